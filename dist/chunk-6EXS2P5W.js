const require = process.getBuiltinModule;
import{j as a}from"./chunk-DPLE3RF4.js";import"./chunk-4FUQ2ZZT.js";import"./chunk-BE3BK6YG.js";import"./chunk-ND6RI65V.js";import"./chunk-FWDWK6IU.js";import"./chunk-WUVBLXSJ.js";export{a as start};

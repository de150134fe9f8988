const require = process.getBuiltinModule;
import{j as a}from"./chunk-NEAUCQ3V.js";import"./chunk-NUJNBSDM.js";import"./chunk-IHDPFY2Z.js";import"./chunk-JZUUCQXY.js";import"./chunk-TCP62HDG.js";import"./chunk-WUVBLXSJ.js";export{a as start};

const require = process.getBuiltinModule;
import{j as a}from"./chunk-GV6X4AQZ.js";import"./chunk-26IUVRXZ.js";import"./chunk-OLTNNBW2.js";import"./chunk-3SH5ZWFS.js";import"./chunk-M4HHHLWF.js";import"./chunk-WUVBLXSJ.js";export{a as start};

const require = process.getBuiltinModule;
import{j as a}from"./chunk-ZZTS7UI4.js";import"./chunk-57ITCZI3.js";import"./chunk-P4L5WBAT.js";import"./chunk-2T2L5I2O.js";import"./chunk-NVQZ2GFN.js";import"./chunk-WUVBLXSJ.js";export{a as start};

const require = process.getBuiltinModule;
import{a,b}from"./chunk-EN5METNH.js";import"./chunk-3SH5ZWFS.js";import"./chunk-M4HHHLWF.js";import"./chunk-WUVBLXSJ.js";export{b as jsonReport,a as renderJson};

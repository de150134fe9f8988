const require = process.getBuiltinModule;
import{a,b}from"./chunk-WGO6RCLS.js";import"./chunk-EH3J2JXS.js";import"./chunk-E6CNO5SI.js";import"./chunk-WUVBLXSJ.js";export{b as jsonReport,a as renderJson};

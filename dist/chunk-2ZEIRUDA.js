const require = process.getBuiltinModule;
import{a,b}from"./chunk-DASDUNCL.js";import"./chunk-GF2I5FJ6.js";import"./chunk-JJAVKBSV.js";import"./chunk-WUVBLXSJ.js";export{b as jsonReport,a as renderJson};

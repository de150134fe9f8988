const require = process.getBuiltinModule;
import{a,b}from"./chunk-642644YL.js";import"./chunk-5QYR6YVH.js";import"./chunk-2PYZNTBA.js";import"./chunk-WUVBLXSJ.js";export{b as jsonReport,a as renderJson};

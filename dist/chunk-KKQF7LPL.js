const require = process.getBuiltinModule;
import{a,b}from"./chunk-IQJBGA3M.js";import"./chunk-6WPHZWYH.js";import"./chunk-65FGMIUR.js";import"./chunk-WUVBLXSJ.js";export{b as jsonReport,a as renderJson};

const require = process.getBuiltinModule;
import{a,b}from"./chunk-57QH2HGC.js";import"./chunk-LACT6JFC.js";import"./chunk-FE6C2CYK.js";import"./chunk-WUVBLXSJ.js";export{b as jsonReport,a as renderJson};

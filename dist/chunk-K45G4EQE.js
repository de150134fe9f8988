const require = process.getBuiltinModule;
import{a,b}from"./chunk-LWJOTIVI.js";import"./chunk-KEQD7GPY.js";import"./chunk-AMCIUEI2.js";import"./chunk-WUVBLXSJ.js";export{b as jsonReport,a as renderJson};

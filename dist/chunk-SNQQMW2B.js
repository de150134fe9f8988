const require = process.getBuiltinModule;
import{a,b}from"./chunk-IGOOMDRE.js";import"./chunk-DSHTEWWO.js";import"./chunk-3FIOWWWP.js";import"./chunk-WUVBLXSJ.js";export{b as jsonReport,a as renderJson};

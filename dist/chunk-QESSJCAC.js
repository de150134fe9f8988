const require = process.getBuiltinModule;
import{a,b}from"./chunk-ECXCSG73.js";import"./chunk-25NFYUVV.js";import"./chunk-WUVBLXSJ.js";export{a as byRule,b as recapLines};

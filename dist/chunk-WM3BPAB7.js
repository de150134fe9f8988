const require = process.getBuiltinModule;
import{a,b}from"./chunk-K3EHYRPA.js";import"./chunk-FGFDNIUM.js";import"./chunk-AZNBX25X.js";import"./chunk-WUVBLXSJ.js";export{b as groupByFile,a as renderCheckstyle};

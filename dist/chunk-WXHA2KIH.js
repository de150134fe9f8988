const require = process.getBuiltinModule;
import{a,b}from"./chunk-LPDJTPOM.js";import"./chunk-HA6TBQS4.js";import"./chunk-25NFYUVV.js";import"./chunk-WUVBLXSJ.js";export{b as jsonReport,a as renderJson};

const require = process.getBuiltinModule;
import{a,b}from"./chunk-3PGQRP34.js";import"./chunk-P73W2BX7.js";import"./chunk-JYPAH5WK.js";import"./chunk-WUVBLXSJ.js";export{b as jsonReport,a as renderJson};

const require = process.getBuiltinModule;
import{a,b}from"./chunk-3DOBRQQG.js";import"./chunk-FGFDNIUM.js";import"./chunk-AZNBX25X.js";import"./chunk-WUVBLXSJ.js";export{b as jsonReport,a as renderJson};

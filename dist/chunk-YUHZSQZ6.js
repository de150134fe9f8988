const require = process.getBuiltinModule;
import{a,b}from"./chunk-KRF4Z2IC.js";import"./chunk-7Q3EPQFI.js";import"./chunk-KDGEAGJN.js";import"./chunk-WUVBLXSJ.js";export{b as jsonReport,a as renderJson};

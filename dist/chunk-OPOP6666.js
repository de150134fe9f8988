const require = process.getBuiltinModule;
import{a,b}from"./chunk-6EU3QFXQ.js";import"./chunk-KAPXFLHV.js";import"./chunk-DZSUOY3J.js";import"./chunk-WUVBLXSJ.js";export{b as jsonReport,a as renderJson};

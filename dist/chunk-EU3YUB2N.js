const require = process.getBuiltinModule;
import{a,b}from"./chunk-OWN6U6S2.js";import"./chunk-MIRMVW5D.js";import"./chunk-6EOS3VOP.js";import"./chunk-WUVBLXSJ.js";export{b as jsonReport,a as renderJson};

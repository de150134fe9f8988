const require = process.getBuiltinModule;
import{a,b}from"./chunk-WMPX6RC6.js";import"./chunk-KGIVKL7Q.js";import"./chunk-4TPJAFQS.js";import"./chunk-WUVBLXSJ.js";export{b as jsonReport,a as renderJson};

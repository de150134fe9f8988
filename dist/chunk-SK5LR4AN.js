const require = process.getBuiltinModule;
import{a,b}from"./chunk-4R7IQBTD.js";import"./chunk-A36TGG4I.js";import"./chunk-X57UHNCH.js";import"./chunk-WUVBLXSJ.js";export{b as jsonReport,a as renderJson};

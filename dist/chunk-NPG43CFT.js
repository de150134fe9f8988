const require = process.getBuiltinModule;
import{a,b}from"./chunk-ZN6EOKMH.js";import"./chunk-KBQ5UIGD.js";import"./chunk-F5QZODTB.js";import"./chunk-WUVBLXSJ.js";export{b as jsonReport,a as renderJson};

const require = process.getBuiltinModule;
import{a,b}from"./chunk-A5NRTKMZ.js";import"./chunk-TCGPPWZ2.js";import"./chunk-U7M22BEF.js";import"./chunk-WUVBLXSJ.js";export{b as jsonReport,a as renderJson};

const require = process.getBuiltinModule;
import{a,b}from"./chunk-SWFWJOAU.js";import"./chunk-XWGGKJE4.js";import"./chunk-JNVWBF2H.js";import"./chunk-WUVBLXSJ.js";export{b as jsonReport,a as renderJson};

const require = process.getBuiltinModule;
import{a,b}from"./chunk-OB75TYQH.js";import"./chunk-A2K55YXF.js";import"./chunk-VKWT246B.js";import"./chunk-WUVBLXSJ.js";export{b as groupByFile,a as renderCheckstyle};

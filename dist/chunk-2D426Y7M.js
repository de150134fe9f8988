const require = process.getBuiltinModule;
import{a,b}from"./chunk-C55ZYQEI.js";import"./chunk-B23RALQC.js";import"./chunk-RM2SIVW3.js";import"./chunk-WUVBLXSJ.js";export{b as jsonReport,a as renderJson};

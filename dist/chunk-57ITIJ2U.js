const require = process.getBuiltinModule;
import{a,b}from"./chunk-BSGR42ON.js";import"./chunk-G5B3CNA4.js";import"./chunk-MKTLSVIC.js";import"./chunk-WUVBLXSJ.js";export{b as groupByFile,a as renderCheckstyle};

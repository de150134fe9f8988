const require = process.getBuiltinModule;
import{a,b}from"./chunk-3VSTMTH7.js";import"./chunk-TID52M5B.js";import"./chunk-M46FSVR5.js";import"./chunk-WUVBLXSJ.js";export{b as groupByFile,a as renderCheckstyle};

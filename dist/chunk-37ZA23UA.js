const require = process.getBuiltinModule;
import{a,b}from"./chunk-W7SDJSBT.js";import"./chunk-SGTLDIFE.js";import"./chunk-CEVG43UA.js";import"./chunk-WUVBLXSJ.js";export{b as groupByFile,a as renderCheckstyle};

const require = process.getBuiltinModule;
import{a,b}from"./chunk-2YH5SCCR.js";import"./chunk-LZ4MYVEN.js";import"./chunk-QYAP4MSZ.js";import"./chunk-GMG46VBG.js";import"./chunk-WUVBLXSJ.js";export{b as groupByFile,a as renderCheckstyle};

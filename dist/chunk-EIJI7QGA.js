const require = process.getBuiltinModule;
import{a,b}from"./chunk-QTV2TU7N.js";import"./chunk-H3DRS27H.js";import"./chunk-R5JE2R2Y.js";import"./chunk-WUVBLXSJ.js";export{b as groupByFile,a as renderCheckstyle};

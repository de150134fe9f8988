const require = process.getBuiltinModule;
import{a,b}from"./chunk-YAIHM6WX.js";import"./chunk-VY45RQS3.js";import"./chunk-AMNBEAMY.js";import"./chunk-WUVBLXSJ.js";export{b as groupByFile,a as renderCheckstyle};

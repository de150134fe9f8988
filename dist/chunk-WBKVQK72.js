const require = process.getBuiltinModule;
import{a,b}from"./chunk-JSKI6VUW.js";import"./chunk-AZ2SFCAR.js";import"./chunk-P55Y3DHK.js";import"./chunk-WUVBLXSJ.js";export{b as groupByFile,a as renderCheckstyle};

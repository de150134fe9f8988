const require = process.getBuiltinModule;
import{a,b}from"./chunk-JEPS7ACZ.js";import"./chunk-DQIZUUES.js";import"./chunk-DYFIBDW5.js";import"./chunk-WUVBLXSJ.js";export{b as groupByFile,a as renderCheckstyle};

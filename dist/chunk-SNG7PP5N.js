const require = process.getBuiltinModule;
import{a,b}from"./chunk-7X5MGYT6.js";import"./chunk-ARVWYXFE.js";import"./chunk-6LHQHEQO.js";import"./chunk-WUVBLXSJ.js";export{b as groupByFile,a as renderCheckstyle};

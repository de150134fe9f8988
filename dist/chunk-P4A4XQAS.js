const require = process.getBuiltinModule;
import{a,b}from"./chunk-7K3VBN7K.js";import"./chunk-MNJZDKLP.js";import"./chunk-27EL7ZHO.js";import"./chunk-WUVBLXSJ.js";export{b as groupByFile,a as renderCheckstyle};

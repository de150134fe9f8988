const require = process.getBuiltinModule;
import{a,b}from"./chunk-XYDPLLWO.js";import"./chunk-ZBCXPL5Y.js";import"./chunk-KXKRWUEW.js";import"./chunk-WUVBLXSJ.js";export{b as groupByFile,a as renderCheckstyle};

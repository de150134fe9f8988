const require = process.getBuiltinModule;
import{a,b}from"./chunk-L35WUQ7W.js";import"./chunk-QDY3K3VG.js";import"./chunk-DRUC3BFW.js";import"./chunk-WUVBLXSJ.js";export{b as groupByFile,a as renderCheckstyle};

const require = process.getBuiltinModule;
import{a,b}from"./chunk-TWPCY7OK.js";import"./chunk-73XR4N7N.js";import"./chunk-43LHVPV3.js";import"./chunk-WUVBLXSJ.js";export{b as groupByFile,a as renderCheckstyle};

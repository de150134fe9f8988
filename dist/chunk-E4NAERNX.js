const require = process.getBuiltinModule;
import{a,b}from"./chunk-YGUOAYI3.js";import"./chunk-BESKTT4R.js";import"./chunk-H4FVLYFB.js";import"./chunk-WUVBLXSJ.js";export{b as groupByFile,a as renderCheckstyle};

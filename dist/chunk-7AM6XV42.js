const require = process.getBuiltinModule;
import{a,b}from"./chunk-2SDG3XED.js";import"./chunk-IBROVJ3X.js";import"./chunk-DZYSSZJZ.js";import"./chunk-WUVBLXSJ.js";export{b as groupByFile,a as renderCheckstyle};

const require = process.getBuiltinModule;
import{a,b}from"./chunk-N7A5N7IS.js";import"./chunk-IDTEPSJ2.js";import"./chunk-TBIFHIZX.js";import"./chunk-WUVBLXSJ.js";export{b as groupByFile,a as renderCheckstyle};

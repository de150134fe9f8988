const require = process.getBuiltinModule;
import{a,b}from"./chunk-LLGXKEUC.js";import"./chunk-P73W2BX7.js";import"./chunk-JYPAH5WK.js";import"./chunk-WUVBLXSJ.js";export{b as groupByFile,a as renderCheckstyle};

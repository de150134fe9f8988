const require = process.getBuiltinModule;
import{a,b}from"./chunk-WUOXG4FL.js";import"./chunk-5GMXXZ4V.js";import"./chunk-CN7KPA5Q.js";import"./chunk-WUVBLXSJ.js";export{b as groupByFile,a as renderCheckstyle};

const require = process.getBuiltinModule;
import{a,b}from"./chunk-JF7O3L72.js";import"./chunk-YX7KTU6U.js";import"./chunk-I3ENFN7T.js";import"./chunk-WUVBLXSJ.js";export{b as groupByFile,a as renderCheckstyle};

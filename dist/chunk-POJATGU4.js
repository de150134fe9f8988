const require = process.getBuiltinModule;
import{a,b}from"./chunk-M6JTPJBZ.js";import"./chunk-5XUI4RCM.js";import"./chunk-MGFOQF6L.js";import"./chunk-WUVBLXSJ.js";export{b as groupByFile,a as renderCheckstyle};

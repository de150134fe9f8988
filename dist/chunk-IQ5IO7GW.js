const require = process.getBuiltinModule;
import{a,b}from"./chunk-A4L7VJQP.js";import"./chunk-VZET5DVY.js";import"./chunk-ZXWSYFMU.js";import"./chunk-WUVBLXSJ.js";export{b as groupByFile,a as renderCheckstyle};

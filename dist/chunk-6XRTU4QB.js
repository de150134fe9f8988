const require = process.getBuiltinModule;
import{a,b}from"./chunk-4W2CWO6O.js";import"./chunk-4QDIIDM4.js";import"./chunk-D5SYGPMU.js";import"./chunk-WUVBLXSJ.js";export{b as groupByFile,a as renderCheckstyle};

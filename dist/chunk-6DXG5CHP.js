const require = process.getBuiltinModule;
import{a,b}from"./chunk-T5NRDUL3.js";import"./chunk-T6DPKUCO.js";import"./chunk-DHCFW6RN.js";import"./chunk-WUVBLXSJ.js";export{b as groupByFile,a as renderCheckstyle};

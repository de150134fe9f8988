const require = process.getBuiltinModule;
import{a,b}from"./chunk-BNIXX5RX.js";import"./chunk-XL3Q3KUE.js";import"./chunk-QRRUFGVO.js";import"./chunk-WUVBLXSJ.js";export{b as groupByFile,a as renderCheckstyle};

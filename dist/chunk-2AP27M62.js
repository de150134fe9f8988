const require = process.getBuiltinModule;
import{a,b}from"./chunk-AQOIZM22.js";import"./chunk-M5PHVLCA.js";import"./chunk-UIOIFXMA.js";import"./chunk-WUVBLXSJ.js";export{b as groupByFile,a as renderCheckstyle};

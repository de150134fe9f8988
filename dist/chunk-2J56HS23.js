const require = process.getBuiltinModule;
import{a,b}from"./chunk-O4PDKTCB.js";import"./chunk-IBVIG3NJ.js";import"./chunk-UDQWI7QT.js";import"./chunk-WUVBLXSJ.js";export{b as groupByFile,a as renderCheckstyle};

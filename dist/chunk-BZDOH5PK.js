const require = process.getBuiltinModule;
import{a,b}from"./chunk-J5OJ4WRC.js";import"./chunk-Z3QBZ5GQ.js";import"./chunk-FNGAJHTH.js";import"./chunk-WUVBLXSJ.js";export{b as groupByFile,a as renderCheckstyle};

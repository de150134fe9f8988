const require = process.getBuiltinModule;
import{a,b}from"./chunk-BBETRUAW.js";import"./chunk-QHBR7FDP.js";import"./chunk-IHH7RKAY.js";import"./chunk-WUVBLXSJ.js";export{b as groupByFile,a as renderCheckstyle};

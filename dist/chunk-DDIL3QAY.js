const require = process.getBuiltinModule;
import{a,b}from"./chunk-5GBL545H.js";import"./chunk-5CP2NWSZ.js";import"./chunk-KCD4ADZC.js";import"./chunk-WUVBLXSJ.js";export{b as groupByFile,a as renderCheckstyle};

const require = process.getBuiltinModule;
import{a,b}from"./chunk-WNUEQMWW.js";import"./chunk-ND6RI65V.js";import"./chunk-FWDWK6IU.js";import"./chunk-WUVBLXSJ.js";export{b as groupByFile,a as renderCheckstyle};

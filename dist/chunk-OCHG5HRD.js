const require = process.getBuiltinModule;
import{a,b}from"./chunk-CMDPK7GF.js";import"./chunk-WRGFQZX2.js";import"./chunk-TE3QLYBG.js";import"./chunk-WUVBLXSJ.js";export{b as groupByFile,a as renderCheckstyle};

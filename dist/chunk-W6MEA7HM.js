const require = process.getBuiltinModule;
import{a,b}from"./chunk-IY4M4YVY.js";import"./chunk-JOJWAVGA.js";import"./chunk-ZPNS4RFP.js";import"./chunk-WUVBLXSJ.js";export{b as groupByFile,a as renderCheckstyle};

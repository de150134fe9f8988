const require = process.getBuiltinModule;
import{a,b}from"./chunk-VQ4U73S7.js";import"./chunk-6Z4AJUDE.js";import"./chunk-Q2BBZRAG.js";import"./chunk-WUVBLXSJ.js";export{b as jsonReport,a as renderJson};

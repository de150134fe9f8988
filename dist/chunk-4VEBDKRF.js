const require = process.getBuiltinModule;
import{a,b}from"./chunk-BRNFWMV2.js";import"./chunk-3ADLSXME.js";import"./chunk-KEM4TA4B.js";import"./chunk-WUVBLXSJ.js";export{b as groupByFile,a as renderCheckstyle};

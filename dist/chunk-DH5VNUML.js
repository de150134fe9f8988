const require = process.getBuiltinModule;
import{a,b}from"./chunk-B37RC4YN.js";import"./chunk-UEHOZU4Z.js";import"./chunk-5QPVZQSZ.js";import"./chunk-WUVBLXSJ.js";export{b as jsonReport,a as renderJson};

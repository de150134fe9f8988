const require = process.getBuiltinModule;
import{a,b}from"./chunk-OMD4XL2I.js";import"./chunk-REX56DKL.js";import"./chunk-RDNF63KB.js";import"./chunk-WUVBLXSJ.js";export{b as jsonReport,a as renderJson};

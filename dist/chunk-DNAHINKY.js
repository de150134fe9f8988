const require = process.getBuiltinModule;
import{a,b}from"./chunk-TRJTEPTB.js";import"./chunk-VM5CYPNV.js";import"./chunk-U4VCI5ZK.js";import"./chunk-WUVBLXSJ.js";export{b as jsonReport,a as renderJson};

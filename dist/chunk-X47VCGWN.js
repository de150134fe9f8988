const require = process.getBuiltinModule;
import{a,b}from"./chunk-PWVWFNSC.js";import"./chunk-TSTG3AIQ.js";import"./chunk-WO2XJFLX.js";import"./chunk-WUVBLXSJ.js";export{b as jsonReport,a as renderJson};

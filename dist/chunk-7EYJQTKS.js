const require = process.getBuiltinModule;
import{a,b}from"./chunk-RKEBWGZC.js";import"./chunk-ND6RI65V.js";import"./chunk-FWDWK6IU.js";import"./chunk-WUVBLXSJ.js";export{b as jsonReport,a as renderJson};

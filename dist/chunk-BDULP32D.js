const require = process.getBuiltinModule;
import{a,b}from"./chunk-PBDZCMIV.js";import"./chunk-PRFIZXCX.js";import"./chunk-RYI4KKRJ.js";import"./chunk-WUVBLXSJ.js";export{b as jsonReport,a as renderJson};

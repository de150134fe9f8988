const require = process.getBuiltinModule;
import{a,b}from"./chunk-BQFIQSRJ.js";import"./chunk-FLXGGAWS.js";import"./chunk-7V6EZNDB.js";import"./chunk-WUVBLXSJ.js";export{b as jsonReport,a as renderJson};

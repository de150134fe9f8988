const require = process.getBuiltinModule;
import{a,b}from"./chunk-CMQTAQKJ.js";import"./chunk-7AHGZ2GB.js";import"./chunk-WUVBLXSJ.js";export{a as byRule,b as recapLines};

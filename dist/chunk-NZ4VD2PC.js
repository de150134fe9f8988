const require = process.getBuiltinModule;
import{a,b}from"./chunk-V7AQCLXB.js";import"./chunk-Z3QBZ5GQ.js";import"./chunk-FNGAJHTH.js";import"./chunk-WUVBLXSJ.js";export{b as jsonReport,a as renderJson};

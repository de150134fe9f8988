const require = process.getBuiltinModule;
import{a,b}from"./chunk-CZQTQKD2.js";import"./chunk-HVSQUTTQ.js";import"./chunk-WUVBLXSJ.js";export{a as byRule,b as recapLines};

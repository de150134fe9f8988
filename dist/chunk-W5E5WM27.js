const require = process.getBuiltinModule;
import{a,b}from"./chunk-Z4EYCJJZ.js";import"./chunk-ZPNS4RFP.js";import"./chunk-WUVBLXSJ.js";export{a as byRule,b as recapLines};

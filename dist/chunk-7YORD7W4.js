const require = process.getBuiltinModule;
import{a,b}from"./chunk-SFC26D6M.js";import"./chunk-O5BUFVNX.js";import"./chunk-WUVBLXSJ.js";export{a as byRule,b as recapLines};

const require = process.getBuiltinModule;
import{a,b}from"./chunk-5SSLO64S.js";import"./chunk-RYI4KKRJ.js";import"./chunk-WUVBLXSJ.js";export{a as byRule,b as recapLines};

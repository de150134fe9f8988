const require = process.getBuiltinModule;
import{a,b}from"./chunk-PCOX6ME6.js";import"./chunk-5XQAOZRJ.js";import"./chunk-WUVBLXSJ.js";export{a as byRule,b as recapLines};

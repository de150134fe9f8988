const require = process.getBuiltinModule;
import{a,b}from"./chunk-J26EBQNI.js";import"./chunk-FWDWK6IU.js";import"./chunk-WUVBLXSJ.js";export{a as byRule,b as recapLines};

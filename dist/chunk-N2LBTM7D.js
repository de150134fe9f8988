const require = process.getBuiltinModule;
import{a,b}from"./chunk-JJHWIYLM.js";import"./chunk-6A3FQ6BD.js";import"./chunk-WUVBLXSJ.js";export{a as byRule,b as recapLines};

const require = process.getBuiltinModule;
import{a,b}from"./chunk-4JE3LG62.js";import"./chunk-CEVG43UA.js";import"./chunk-WUVBLXSJ.js";export{a as byRule,b as recapLines};

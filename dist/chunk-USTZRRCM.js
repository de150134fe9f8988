const require = process.getBuiltinModule;
import{a,b}from"./chunk-GXXFQWFS.js";import"./chunk-R5JE2R2Y.js";import"./chunk-WUVBLXSJ.js";export{a as byRule,b as recapLines};

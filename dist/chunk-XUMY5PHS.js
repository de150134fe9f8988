const require = process.getBuiltinModule;
import{a,b}from"./chunk-USTJQ4P5.js";import"./chunk-NQCATN7S.js";import"./chunk-WUVBLXSJ.js";export{a as byRule,b as recapLines};

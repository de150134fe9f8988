const require = process.getBuiltinModule;
import{a,b}from"./chunk-JVTYRK5N.js";import"./chunk-EE7S6TJY.js";import"./chunk-WUVBLXSJ.js";export{a as byRule,b as recapLines};

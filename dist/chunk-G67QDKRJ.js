const require = process.getBuiltinModule;
import{a,b}from"./chunk-BPW4EKVN.js";import"./chunk-SXRX4WJJ.js";import"./chunk-WUVBLXSJ.js";export{a as byRule,b as recapLines};

const require = process.getBuiltinModule;
import{a,b}from"./chunk-3X4QNTM5.js";import"./chunk-MKTLSVIC.js";import"./chunk-WUVBLXSJ.js";export{a as byRule,b as recapLines};

const require = process.getBuiltinModule;
import{a,b}from"./chunk-Y7WYTLJS.js";import"./chunk-GMG46VBG.js";import"./chunk-WUVBLXSJ.js";export{a as byRule,b as recapLines};

const require = process.getBuiltinModule;
import{a,b}from"./chunk-ZXNIVTJI.js";import"./chunk-7DXJKVJ2.js";import"./chunk-WUVBLXSJ.js";export{a as byRule,b as recapLines};

const require = process.getBuiltinModule;
import{a,b}from"./chunk-D3TDRTAP.js";import"./chunk-XUWKHSRR.js";import"./chunk-WUVBLXSJ.js";export{a as byRule,b as recapLines};

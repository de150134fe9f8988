const require = process.getBuiltinModule;
import{a,b}from"./chunk-CTVLDNGL.js";import"./chunk-O5LUFGJV.js";import"./chunk-WUVBLXSJ.js";export{a as byRule,b as recapLines};

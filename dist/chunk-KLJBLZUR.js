const require = process.getBuiltinModule;
import{a,b}from"./chunk-UTD3E7QK.js";import"./chunk-OY56TTPO.js";import"./chunk-E4VZQYHE.js";import"./chunk-WUVBLXSJ.js";export{b as jsonReport,a as renderJson};

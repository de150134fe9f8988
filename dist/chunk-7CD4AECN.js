const require = process.getBuiltinModule;
import{a,b}from"./chunk-QCS4UVSK.js";import"./chunk-S7NZCD7I.js";import"./chunk-A6A677JA.js";import"./chunk-WUVBLXSJ.js";export{b as jsonReport,a as renderJson};

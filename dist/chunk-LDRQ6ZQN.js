const require = process.getBuiltinModule;
import{a,b}from"./chunk-PU5OHHZN.js";import"./chunk-ZWKV5DUQ.js";import"./chunk-W7GLZX3T.js";import"./chunk-WUVBLXSJ.js";export{b as jsonReport,a as renderJson};

const require = process.getBuiltinModule;
import{a,b}from"./chunk-MW63PSQH.js";import"./chunk-HQATSEIQ.js";import"./chunk-7MY32XEL.js";import"./chunk-WUVBLXSJ.js";export{b as jsonReport,a as renderJson};

const require = process.getBuiltinModule;
import{a,b}from"./chunk-NJBCEEL3.js";import"./chunk-RIAUKYMA.js";import"./chunk-U7EXEPXB.js";import"./chunk-WUVBLXSJ.js";export{b as jsonReport,a as renderJson};

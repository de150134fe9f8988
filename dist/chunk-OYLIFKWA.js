const require = process.getBuiltinModule;
import{a,b}from"./chunk-DIKPP4M5.js";import"./chunk-PITOTWPB.js";import"./chunk-IMKKFEDP.js";import"./chunk-WUVBLXSJ.js";export{b as jsonReport,a as renderJson};

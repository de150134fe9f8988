const require = process.getBuiltinModule;
import{a,b}from"./chunk-7AG6LBJR.js";import"./chunk-G5B3CNA4.js";import"./chunk-MKTLSVIC.js";import"./chunk-WUVBLXSJ.js";export{b as jsonReport,a as renderJson};

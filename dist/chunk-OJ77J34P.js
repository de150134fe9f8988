const require = process.getBuiltinModule;
import{a,b}from"./chunk-PXB6TK7A.js";import"./chunk-P7YBBSKD.js";import"./chunk-LQNV7TR4.js";import"./chunk-WUVBLXSJ.js";export{b as jsonReport,a as renderJson};

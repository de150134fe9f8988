const require = process.getBuiltinModule;
import{a,b}from"./chunk-WK7I3CYN.js";import"./chunk-LTO3OBYQ.js";import"./chunk-YIGEOUEU.js";import"./chunk-WUVBLXSJ.js";export{b as jsonReport,a as renderJson};

const require = process.getBuiltinModule;
import{a,b}from"./chunk-S3AW2ETC.js";import"./chunk-FQONFUMK.js";import"./chunk-ZKLYQWGT.js";import"./chunk-WUVBLXSJ.js";export{b as jsonReport,a as renderJson};

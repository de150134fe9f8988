const require = process.getBuiltinModule;
import{a,b}from"./chunk-SSIHJFVU.js";import"./chunk-VY45RQS3.js";import"./chunk-AMNBEAMY.js";import"./chunk-WUVBLXSJ.js";export{b as jsonReport,a as renderJson};

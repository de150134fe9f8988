const require = process.getBuiltinModule;
import{a,b}from"./chunk-I36BQLQ5.js";import"./chunk-7JOLBCR7.js";import"./chunk-IG2ST2H6.js";import"./chunk-WUVBLXSJ.js";export{b as jsonReport,a as renderJson};

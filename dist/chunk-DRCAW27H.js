const require = process.getBuiltinModule;
import{a,b}from"./chunk-2E33E4SD.js";import"./chunk-TJUC2QM6.js";import"./chunk-CUEPVJV2.js";import"./chunk-WUVBLXSJ.js";export{b as jsonReport,a as renderJson};

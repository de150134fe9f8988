const require = process.getBuiltinModule;
import{a,b}from"./chunk-ZHIUWVTA.js";import"./chunk-TJH6IIUS.js";import"./chunk-7FV3R6JP.js";import"./chunk-WUVBLXSJ.js";export{b as jsonReport,a as renderJson};

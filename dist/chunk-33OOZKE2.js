const require = process.getBuiltinModule;
import{a,b}from"./chunk-Q3G5L632.js";import"./chunk-DKN7KMJ4.js";import"./chunk-27LE5T6P.js";import"./chunk-WUVBLXSJ.js";export{b as jsonReport,a as renderJson};

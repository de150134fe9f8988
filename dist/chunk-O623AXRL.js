const require = process.getBuiltinModule;
import{a,b}from"./chunk-AKN7OUBI.js";import"./chunk-2OJEXQQ5.js";import"./chunk-KO5T7RNP.js";import"./chunk-WUVBLXSJ.js";export{b as jsonReport,a as renderJson};

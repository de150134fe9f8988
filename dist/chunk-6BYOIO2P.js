const require = process.getBuiltinModule;
import{a,b}from"./chunk-EXTB5NAU.js";import"./chunk-4Q7AFTUJ.js";import"./chunk-6W7HQUA5.js";import"./chunk-72SFI6WN.js";import"./chunk-WUVBLXSJ.js";export{b as jsonReport,a as renderJson};

const require = process.getBuiltinModule;
import{a,b}from"./chunk-6LTZDLJ4.js";import"./chunk-LD6XG5JG.js";import"./chunk-VE4OPKHT.js";import"./chunk-WUVBLXSJ.js";export{b as jsonReport,a as renderJson};

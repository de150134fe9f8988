const require = process.getBuiltinModule;
import{a,b}from"./chunk-UMA6H36K.js";import"./chunk-HJ5EIOMN.js";import"./chunk-ZKCZKRSN.js";import"./chunk-WUVBLXSJ.js";export{b as jsonReport,a as renderJson};

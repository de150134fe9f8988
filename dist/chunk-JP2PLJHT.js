const require = process.getBuiltinModule;
import{a,b}from"./chunk-56LG4BUS.js";import"./chunk-ZBCXPL5Y.js";import"./chunk-KXKRWUEW.js";import"./chunk-WUVBLXSJ.js";export{b as jsonReport,a as renderJson};

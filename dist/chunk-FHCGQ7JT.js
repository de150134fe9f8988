const require = process.getBuiltinModule;
import{a,b}from"./chunk-2D46RJEY.js";import"./chunk-I3Y5PWY4.js";import"./chunk-GSFDMMUS.js";import"./chunk-WUVBLXSJ.js";export{b as jsonReport,a as renderJson};

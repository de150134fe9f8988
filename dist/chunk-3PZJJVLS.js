const require = process.getBuiltinModule;
import{a,b}from"./chunk-BUGP55KP.js";import"./chunk-7I43JAAC.js";import"./chunk-DRLTGACX.js";import"./chunk-WUVBLXSJ.js";export{b as jsonReport,a as renderJson};

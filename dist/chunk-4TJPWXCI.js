const require = process.getBuiltinModule;
import{a,b}from"./chunk-NMBB3SMF.js";import"./chunk-IDLYVJDO.js";import"./chunk-JRQIMH2G.js";import"./chunk-WUVBLXSJ.js";export{b as jsonReport,a as renderJson};

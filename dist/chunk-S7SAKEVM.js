const require = process.getBuiltinModule;
import{a,b}from"./chunk-UTBEVBCS.js";import"./chunk-VZET5DVY.js";import"./chunk-ZXWSYFMU.js";import"./chunk-WUVBLXSJ.js";export{b as jsonReport,a as renderJson};

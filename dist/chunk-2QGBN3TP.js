const require = process.getBuiltinModule;
import{a,b}from"./chunk-HYR2DNHB.js";import"./chunk-D5SYGPMU.js";import"./chunk-WUVBLXSJ.js";export{a as byRule,b as recapLines};

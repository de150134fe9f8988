const require = process.getBuiltinModule;
import{a,b}from"./chunk-3LGP5IQ6.js";import"./chunk-DQIZUUES.js";import"./chunk-DYFIBDW5.js";import"./chunk-WUVBLXSJ.js";export{b as jsonReport,a as renderJson};

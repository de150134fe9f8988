const require = process.getBuiltinModule;
import{a,b}from"./chunk-D5VLWRXM.js";import"./chunk-54TOBS2E.js";import"./chunk-VGM7AHF5.js";import"./chunk-WUVBLXSJ.js";export{b as jsonReport,a as renderJson};

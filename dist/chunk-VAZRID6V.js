const require = process.getBuiltinModule;
import{a,b}from"./chunk-DOFZCMU6.js";import"./chunk-X723TAIK.js";import"./chunk-6VWMHDQJ.js";import"./chunk-WUVBLXSJ.js";export{b as jsonReport,a as renderJson};

const require = process.getBuiltinModule;
import{a,b}from"./chunk-VXVXSRK3.js";import"./chunk-AJD7Y6JX.js";import"./chunk-BHJI7DLB.js";import"./chunk-WUVBLXSJ.js";export{b as jsonReport,a as renderJson};

const require = process.getBuiltinModule;
import{a,b}from"./chunk-AINZCAKX.js";import"./chunk-CCOV73JC.js";import"./chunk-4X2JBZJJ.js";import"./chunk-WUVBLXSJ.js";export{b as jsonReport,a as renderJson};

const require = process.getBuiltinModule;
import{a,b}from"./chunk-JTYBZVSX.js";import"./chunk-4YHGCHNW.js";import"./chunk-FK6O3ZAU.js";import"./chunk-WUVBLXSJ.js";export{b as jsonReport,a as renderJson};

const require = process.getBuiltinModule;
import{a,b}from"./chunk-VRQXE2YB.js";import"./chunk-5O6SIFAQ.js";import"./chunk-XGHYV2VE.js";import"./chunk-WUVBLXSJ.js";export{b as jsonReport,a as renderJson};

const require = process.getBuiltinModule;
import{a,b}from"./chunk-SMAZV6SE.js";import"./chunk-EPKYWJDU.js";import"./chunk-NJRG4RF3.js";import"./chunk-WUVBLXSJ.js";export{b as jsonReport,a as renderJson};

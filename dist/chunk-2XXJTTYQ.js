const require = process.getBuiltinModule;
import{a,b}from"./chunk-HPOEGUCQ.js";import"./chunk-KMPOQWJA.js";import"./chunk-WUVBLXSJ.js";export{a as byRule,b as recapLines};

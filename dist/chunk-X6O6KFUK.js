const require = process.getBuiltinModule;
import{j as a}from"./chunk-XDKCNKQG.js";import"./chunk-AGL54OEP.js";import"./chunk-W5RRCZPV.js";import"./chunk-5O6SIFAQ.js";import"./chunk-XGHYV2VE.js";import"./chunk-WUVBLXSJ.js";export{a as start};

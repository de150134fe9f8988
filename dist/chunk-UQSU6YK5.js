const require = process.getBuiltinModule;
import{b as a,c as b}from"./chunk-HRLT3BIB.js";import"./chunk-5O6SIFAQ.js";import"./chunk-XGHYV2VE.js";import"./chunk-WUVBLXSJ.js";export{b as plannedAnnotations,a as renderGithub};

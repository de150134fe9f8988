const require = process.getBuiltinModule;
import{b as a,c as b}from"./chunk-4D63ORVH.js";import"./chunk-HUMIQFCR.js";import"./chunk-DNAYPQAB.js";import"./chunk-WUVBLXSJ.js";export{b as plannedAnnotations,a as renderGithub};

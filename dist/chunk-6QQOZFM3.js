const require = process.getBuiltinModule;
import{b as a,c as b}from"./chunk-HRM7O2Z7.js";import"./chunk-CDX2VWPK.js";import"./chunk-ZHEE2VBE.js";import"./chunk-WUVBLXSJ.js";export{b as plannedAnnotations,a as renderGithub};

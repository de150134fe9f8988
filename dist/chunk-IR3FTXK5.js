const require = process.getBuiltinModule;
import{b as a,c as b}from"./chunk-5A36NH4V.js";import"./chunk-Y66BLODR.js";import"./chunk-H3PD2WW6.js";import"./chunk-WUVBLXSJ.js";export{b as plannedAnnotations,a as renderGithub};

const require = process.getBuiltinModule;
import{b as a,c as b}from"./chunk-QC2UEI5N.js";import"./chunk-L37JAQ57.js";import"./chunk-Z5CNOWC6.js";import"./chunk-WUVBLXSJ.js";export{b as plannedAnnotations,a as renderGithub};

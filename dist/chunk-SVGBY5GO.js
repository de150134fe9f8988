const require = process.getBuiltinModule;
import{b as a,c as b}from"./chunk-3KIX6IGF.js";import"./chunk-BFAVY2FY.js";import"./chunk-ODLQOXJI.js";import"./chunk-WUVBLXSJ.js";export{b as plannedAnnotations,a as renderGithub};

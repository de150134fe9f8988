const require = process.getBuiltinModule;
import{b as a,c as b}from"./chunk-TFZYL756.js";import"./chunk-AOOAR3VE.js";import"./chunk-MRW75ZJA.js";import"./chunk-WUVBLXSJ.js";export{b as plannedAnnotations,a as renderGithub};

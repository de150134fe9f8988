const require = process.getBuiltinModule;
import{b as a,c as b}from"./chunk-JYBQVMUB.js";import"./chunk-CQKKC3X5.js";import"./chunk-4WALX6KG.js";import"./chunk-WUVBLXSJ.js";export{b as plannedAnnotations,a as renderGithub};

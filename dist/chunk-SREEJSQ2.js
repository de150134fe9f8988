const require = process.getBuiltinModule;
import{b as a,c as b}from"./chunk-QAGKSPWB.js";import"./chunk-TJH6IIUS.js";import"./chunk-7FV3R6JP.js";import"./chunk-WUVBLXSJ.js";export{b as plannedAnnotations,a as renderGithub};

const require = process.getBuiltinModule;
import{b as a,c as b}from"./chunk-WNREPQSC.js";import"./chunk-6DJSR4NI.js";import"./chunk-HCHQAJWJ.js";import"./chunk-WUVBLXSJ.js";export{b as plannedAnnotations,a as renderGithub};

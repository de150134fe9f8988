const require = process.getBuiltinModule;
import{b as a,c as b}from"./chunk-AVGZ7BO4.js";import"./chunk-IDLYVJDO.js";import"./chunk-JRQIMH2G.js";import"./chunk-WUVBLXSJ.js";export{b as plannedAnnotations,a as renderGithub};

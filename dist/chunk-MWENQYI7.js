const require = process.getBuiltinModule;
import{b as a,c as b}from"./chunk-M7FR2I7I.js";import"./chunk-I3Y5PWY4.js";import"./chunk-GSFDMMUS.js";import"./chunk-WUVBLXSJ.js";export{b as plannedAnnotations,a as renderGithub};

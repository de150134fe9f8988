const require = process.getBuiltinModule;
import{b as a,c as b}from"./chunk-6BZCVM7A.js";import"./chunk-4VI54UHX.js";import"./chunk-UQV2MY4O.js";import"./chunk-WUVBLXSJ.js";export{b as plannedAnnotations,a as renderGithub};

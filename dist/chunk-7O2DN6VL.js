const require = process.getBuiltinModule;
import{b as a,c as b}from"./chunk-N3HQK5NY.js";import"./chunk-2OJEXQQ5.js";import"./chunk-KO5T7RNP.js";import"./chunk-WUVBLXSJ.js";export{b as plannedAnnotations,a as renderGithub};

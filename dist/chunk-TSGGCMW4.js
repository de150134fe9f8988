const require = process.getBuiltinModule;
import{b as a,c as b}from"./chunk-EOQMXYJM.js";import"./chunk-HIYZKFRD.js";import"./chunk-DWRGXBIA.js";import"./chunk-WUVBLXSJ.js";export{b as plannedAnnotations,a as renderGithub};

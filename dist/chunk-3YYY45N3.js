const require = process.getBuiltinModule;
import{b as a,c as b}from"./chunk-ZLZ4ZMBY.js";import"./chunk-L6ZCI7B6.js";import"./chunk-CHKONASK.js";import"./chunk-WUVBLXSJ.js";export{b as plannedAnnotations,a as renderGithub};

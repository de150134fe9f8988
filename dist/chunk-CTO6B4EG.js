const require = process.getBuiltinModule;
import{b as a,c as b}from"./chunk-AQ5KZPBI.js";import"./chunk-HBTCC4YB.js";import"./chunk-SENDOYZL.js";import"./chunk-WUVBLXSJ.js";export{b as plannedAnnotations,a as renderGithub};

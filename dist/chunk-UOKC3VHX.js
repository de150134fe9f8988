const require = process.getBuiltinModule;
import{b as a,c as b}from"./chunk-OLKS36C2.js";import"./chunk-FLRO3VYA.js";import"./chunk-3YAF3O45.js";import"./chunk-WUVBLXSJ.js";export{b as plannedAnnotations,a as renderGithub};

const require = process.getBuiltinModule;
import{b as a,c as b}from"./chunk-H4MR2U55.js";import"./chunk-A36TGG4I.js";import"./chunk-X57UHNCH.js";import"./chunk-WUVBLXSJ.js";export{b as plannedAnnotations,a as renderGithub};

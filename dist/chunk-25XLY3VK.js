const require = process.getBuiltinModule;
import{b as a,c as b}from"./chunk-AV4IWGYQ.js";import"./chunk-CARCMBRU.js";import"./chunk-SMIQVVOK.js";import"./chunk-WUVBLXSJ.js";export{b as plannedAnnotations,a as renderGithub};

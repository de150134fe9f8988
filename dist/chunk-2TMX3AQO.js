const require = process.getBuiltinModule;
import{b as a,c as b}from"./chunk-P33AJ2F2.js";import"./chunk-PJBQS5EG.js";import"./chunk-EE7S6TJY.js";import"./chunk-WUVBLXSJ.js";export{b as plannedAnnotations,a as renderGithub};

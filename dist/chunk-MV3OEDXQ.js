const require = process.getBuiltinModule;
import{b as a,c as b}from"./chunk-RHKVL3GA.js";import"./chunk-EDF523L2.js";import"./chunk-NQCATN7S.js";import"./chunk-WUVBLXSJ.js";export{b as plannedAnnotations,a as renderGithub};

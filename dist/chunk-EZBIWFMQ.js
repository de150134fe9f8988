const require = process.getBuiltinModule;
import{b as a,c as b}from"./chunk-FUM3NHL7.js";import"./chunk-AJD7Y6JX.js";import"./chunk-BHJI7DLB.js";import"./chunk-WUVBLXSJ.js";export{b as plannedAnnotations,a as renderGithub};

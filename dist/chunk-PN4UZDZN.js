const require = process.getBuiltinModule;
import{b as a,c as b}from"./chunk-HVK46EKY.js";import"./chunk-CCOV73JC.js";import"./chunk-4X2JBZJJ.js";import"./chunk-WUVBLXSJ.js";export{b as plannedAnnotations,a as renderGithub};

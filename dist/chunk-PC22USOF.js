const require = process.getBuiltinModule;
import{b as a,c as b}from"./chunk-TEJ6G24Q.js";import"./chunk-DQIZUUES.js";import"./chunk-DYFIBDW5.js";import"./chunk-WUVBLXSJ.js";export{b as plannedAnnotations,a as renderGithub};

const require = process.getBuiltinModule;
import{b as a,c as b}from"./chunk-NYMSHKT6.js";import"./chunk-QOOWGWZF.js";import"./chunk-3QORLTAI.js";import"./chunk-WUVBLXSJ.js";export{b as plannedAnnotations,a as renderGithub};

const require = process.getBuiltinModule;
import{b as a,c as b}from"./chunk-QCDE26AD.js";import"./chunk-N2FHNAE5.js";import"./chunk-AS2UZHOL.js";import"./chunk-WUVBLXSJ.js";export{b as plannedAnnotations,a as renderGithub};

const require = process.getBuiltinModule;
import{b as a,c as b}from"./chunk-CPWGZJNW.js";import"./chunk-IQNUB2QG.js";import"./chunk-I4EUEHC2.js";import"./chunk-WUVBLXSJ.js";export{b as plannedAnnotations,a as renderGithub};

const require = process.getBuiltinModule;
import{b as a,c as b}from"./chunk-QAA76K4D.js";import"./chunk-ARVWYXFE.js";import"./chunk-6LHQHEQO.js";import"./chunk-WUVBLXSJ.js";export{b as plannedAnnotations,a as renderGithub};

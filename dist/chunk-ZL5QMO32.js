const require = process.getBuiltinModule;
import{b as a,c as b}from"./chunk-KGA7T7LM.js";import"./chunk-LD6XG5JG.js";import"./chunk-VE4OPKHT.js";import"./chunk-WUVBLXSJ.js";export{b as plannedAnnotations,a as renderGithub};

const require = process.getBuiltinModule;
import{b as a,c as b}from"./chunk-JNUZFIPZ.js";import"./chunk-ESNAB3GY.js";import"./chunk-WBW7EETC.js";import"./chunk-WUVBLXSJ.js";export{b as plannedAnnotations,a as renderGithub};

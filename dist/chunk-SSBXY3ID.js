const require = process.getBuiltinModule;
import{b as a,c as b}from"./chunk-GQOY5HLN.js";import"./chunk-J3I7WAFP.js";import"./chunk-42T4AVBQ.js";import"./chunk-WUVBLXSJ.js";export{b as plannedAnnotations,a as renderGithub};

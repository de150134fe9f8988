const require = process.getBuiltinModule;
import{b as a,c as b}from"./chunk-Z5A7ZV3C.js";import"./chunk-MNJZDKLP.js";import"./chunk-27EL7ZHO.js";import"./chunk-WUVBLXSJ.js";export{b as plannedAnnotations,a as renderGithub};

const require = process.getBuiltinModule;
import{b as a,c as b}from"./chunk-DLA7BYSG.js";import"./chunk-RPA2R6GA.js";import"./chunk-VJT6IMAI.js";import"./chunk-WUVBLXSJ.js";export{b as plannedAnnotations,a as renderGithub};

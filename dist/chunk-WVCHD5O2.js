const require = process.getBuiltinModule;
import{b as a,c as b}from"./chunk-HAQZNULU.js";import"./chunk-2G5JK6KI.js";import"./chunk-DBU7EDZV.js";import"./chunk-WUVBLXSJ.js";export{b as plannedAnnotations,a as renderGithub};

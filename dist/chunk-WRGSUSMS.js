const require = process.getBuiltinModule;
import{b as a,c as b}from"./chunk-4S5NPOBN.js";import"./chunk-FIQRETQG.js";import"./chunk-HQATSEIQ.js";import"./chunk-7MY32XEL.js";import"./chunk-WUVBLXSJ.js";export{b as plannedAnnotations,a as renderGithub};

const require = process.getBuiltinModule;
import{b as a,c as b}from"./chunk-LXE2HMY2.js";import"./chunk-MKMLCLRY.js";import"./chunk-LROHHIAN.js";import"./chunk-WUVBLXSJ.js";export{b as plannedAnnotations,a as renderGithub};

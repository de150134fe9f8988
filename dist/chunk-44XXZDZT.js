const require = process.getBuiltinModule;
import{b as a,c as b}from"./chunk-BNWE5E2A.js";import"./chunk-5CP2NWSZ.js";import"./chunk-KCD4ADZC.js";import"./chunk-WUVBLXSJ.js";export{b as plannedAnnotations,a as renderGithub};

const require = process.getBuiltinModule;
import{b as a,c as b}from"./chunk-5RGT4YDD.js";import"./chunk-5XUI4RCM.js";import"./chunk-MGFOQF6L.js";import"./chunk-WUVBLXSJ.js";export{b as plannedAnnotations,a as renderGithub};

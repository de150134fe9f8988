const require = process.getBuiltinModule;
import{b as a,c as b}from"./chunk-6WYTZCFB.js";import"./chunk-WQ2TPZ2T.js";import"./chunk-FQEAQWHE.js";import"./chunk-WUVBLXSJ.js";export{b as plannedAnnotations,a as renderGithub};

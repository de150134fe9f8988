const require = process.getBuiltinModule;
import{b as a,c as b}from"./chunk-QIUJ4PK4.js";import"./chunk-DSHTEWWO.js";import"./chunk-3FIOWWWP.js";import"./chunk-WUVBLXSJ.js";export{b as plannedAnnotations,a as renderGithub};

const require = process.getBuiltinModule;
import{b as a,c as b}from"./chunk-WVR6HGAL.js";import"./chunk-KEQD7GPY.js";import"./chunk-AMCIUEI2.js";import"./chunk-WUVBLXSJ.js";export{b as plannedAnnotations,a as renderGithub};

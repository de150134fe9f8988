const require = process.getBuiltinModule;
import{b as a,c as b}from"./chunk-IREUMDFU.js";import"./chunk-7Q3EPQFI.js";import"./chunk-KDGEAGJN.js";import"./chunk-WUVBLXSJ.js";export{b as plannedAnnotations,a as renderGithub};

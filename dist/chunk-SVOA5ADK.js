const require = process.getBuiltinModule;
import{b as a,c as b}from"./chunk-XS4UQUXZ.js";import"./chunk-MA3M27VM.js";import"./chunk-VGIV775M.js";import"./chunk-WUVBLXSJ.js";export{b as plannedAnnotations,a as renderGithub};

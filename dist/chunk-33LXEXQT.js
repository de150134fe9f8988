const require = process.getBuiltinModule;
import{b as a,c as b}from"./chunk-FBUCKFPR.js";import"./chunk-DJD25C4D.js";import"./chunk-HVQQF3VY.js";import"./chunk-WUVBLXSJ.js";export{b as plannedAnnotations,a as renderGithub};

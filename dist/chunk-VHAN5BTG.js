const require = process.getBuiltinModule;
import{b as a,c as b}from"./chunk-BPHCTB6O.js";import"./chunk-2T2L5I2O.js";import"./chunk-NVQZ2GFN.js";import"./chunk-WUVBLXSJ.js";export{b as plannedAnnotations,a as renderGithub};

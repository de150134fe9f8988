const require = process.getBuiltinModule;
import{b as a,c as b}from"./chunk-FB5AF4HW.js";import"./chunk-M5PHVLCA.js";import"./chunk-UIOIFXMA.js";import"./chunk-WUVBLXSJ.js";export{b as plannedAnnotations,a as renderGithub};

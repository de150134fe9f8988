const require = process.getBuiltinModule;
import{b as a,c as b}from"./chunk-3HO4BXSQ.js";import"./chunk-AWCUGU3A.js";import"./chunk-S2PJSMKH.js";import"./chunk-WUVBLXSJ.js";export{b as plannedAnnotations,a as renderGithub};

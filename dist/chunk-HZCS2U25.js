const require = process.getBuiltinModule;
import{b as a,c as b}from"./chunk-MVN6QKZP.js";import"./chunk-V64FCRN2.js";import"./chunk-BBQVU3AM.js";import"./chunk-KEZHJXP5.js";import"./chunk-WUVBLXSJ.js";export{b as plannedAnnotations,a as renderGithub};

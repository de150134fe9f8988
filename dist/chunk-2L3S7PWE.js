const require = process.getBuiltinModule;
import{b as a,c as b}from"./chunk-QHJ2YWDF.js";import"./chunk-SOIG6WCP.js";import"./chunk-RC2PAQEK.js";import"./chunk-WUVBLXSJ.js";export{b as plannedAnnotations,a as renderGithub};

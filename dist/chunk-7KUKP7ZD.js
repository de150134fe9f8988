const require = process.getBuiltinModule;
import{b as a,c as b}from"./chunk-O6IJVQNV.js";import"./chunk-6ALYV65H.js";import"./chunk-OUGIVPPS.js";import"./chunk-WUVBLXSJ.js";export{b as plannedAnnotations,a as renderGithub};

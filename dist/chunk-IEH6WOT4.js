const require = process.getBuiltinModule;
import{b as a,c as b}from"./chunk-Z2NRQJD7.js";import"./chunk-MAPEDTHV.js";import"./chunk-ML5UGFN4.js";import"./chunk-WUVBLXSJ.js";export{b as plannedAnnotations,a as renderGithub};

const require = process.getBuiltinModule;
import{b as a,c as b}from"./chunk-YG4X2OGA.js";import"./chunk-REX56DKL.js";import"./chunk-RDNF63KB.js";import"./chunk-WUVBLXSJ.js";export{b as plannedAnnotations,a as renderGithub};

const require = process.getBuiltinModule;
import{b as a,c as b}from"./chunk-IKGZ4OJU.js";import"./chunk-4YHGCHNW.js";import"./chunk-FK6O3ZAU.js";import"./chunk-WUVBLXSJ.js";export{b as plannedAnnotations,a as renderGithub};

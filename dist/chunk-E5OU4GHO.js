const require = process.getBuiltinModule;
import{b as a,c as b}from"./chunk-5GTZN7GE.js";import"./chunk-IW4MVI5P.js";import"./chunk-7AHGZ2GB.js";import"./chunk-WUVBLXSJ.js";export{b as plannedAnnotations,a as renderGithub};

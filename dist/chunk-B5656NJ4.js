const require = process.getBuiltinModule;
import{b as a,c as b}from"./chunk-6UX4OOUH.js";import"./chunk-XL3Q3KUE.js";import"./chunk-QRRUFGVO.js";import"./chunk-WUVBLXSJ.js";export{b as plannedAnnotations,a as renderGithub};

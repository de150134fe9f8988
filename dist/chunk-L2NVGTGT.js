const require = process.getBuiltinModule;
import{b as a,c as b}from"./chunk-PHOFGOE3.js";import"./chunk-54TOBS2E.js";import"./chunk-VGM7AHF5.js";import"./chunk-WUVBLXSJ.js";export{b as plannedAnnotations,a as renderGithub};

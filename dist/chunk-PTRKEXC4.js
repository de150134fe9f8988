const require = process.getBuiltinModule;
import{b as a,c as b}from"./chunk-242PN6MN.js";import"./chunk-IHJ2QWYA.js";import"./chunk-SWWUOPRG.js";import"./chunk-WUVBLXSJ.js";export{b as plannedAnnotations,a as renderGithub};

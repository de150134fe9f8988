const require = process.getBuiltinModule;
import{b as a,c as b}from"./chunk-BOCA42BV.js";import"./chunk-Y5VHXU5P.js";import"./chunk-3IDU5CMA.js";import"./chunk-WUVBLXSJ.js";export{b as plannedAnnotations,a as renderGithub};

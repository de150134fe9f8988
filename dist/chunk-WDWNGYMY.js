const require = process.getBuiltinModule;
import{b as a,c as b}from"./chunk-O6FVO24L.js";import"./chunk-6CCTJ5RJ.js";import"./chunk-552I3EU5.js";import"./chunk-WUVBLXSJ.js";export{b as plannedAnnotations,a as renderGithub};

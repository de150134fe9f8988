const require = process.getBuiltinModule;
import{b as a,c as b}from"./chunk-2HYWYI3V.js";import"./chunk-EH3J2JXS.js";import"./chunk-E6CNO5SI.js";import"./chunk-WUVBLXSJ.js";export{b as plannedAnnotations,a as renderGithub};

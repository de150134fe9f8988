const require = process.getBuiltinModule;
import{b as a,c as b}from"./chunk-6CJHTTQT.js";import"./chunk-M27UVMM5.js";import"./chunk-HMWPUPSL.js";import"./chunk-WUVBLXSJ.js";export{b as plannedAnnotations,a as renderGithub};

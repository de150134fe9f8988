const require = process.getBuiltinModule;
import{b as a,c as b}from"./chunk-DY65PXHL.js";import"./chunk-6CGAP3JD.js";import"./chunk-YXB4NVR4.js";import"./chunk-WUVBLXSJ.js";export{b as plannedAnnotations,a as renderGithub};

const require = process.getBuiltinModule;
import{b as a,c as b}from"./chunk-QKRBO3OZ.js";import"./chunk-I52XJ2DV.js";import"./chunk-YC7ZAX2C.js";import"./chunk-WUVBLXSJ.js";export{b as plannedAnnotations,a as renderGithub};

const require = process.getBuiltinModule;
import{b as a,c as b}from"./chunk-UG3JTT42.js";import"./chunk-HJ5EIOMN.js";import"./chunk-ZKCZKRSN.js";import"./chunk-WUVBLXSJ.js";export{b as plannedAnnotations,a as renderGithub};

const require = process.getBuiltinModule;
import{b as a,c as b}from"./chunk-FATKIPCJ.js";import"./chunk-DJDTC7MI.js";import"./chunk-2XFYPOMN.js";import"./chunk-WUVBLXSJ.js";export{b as plannedAnnotations,a as renderGithub};

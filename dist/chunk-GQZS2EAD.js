const require = process.getBuiltinModule;
import{b as a,c as b}from"./chunk-Q456OPTR.js";import"./chunk-QWS53DJB.js";import"./chunk-S7BOX5BH.js";import"./chunk-WUVBLXSJ.js";export{b as plannedAnnotations,a as renderGithub};

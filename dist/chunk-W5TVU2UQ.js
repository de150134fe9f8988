const require = process.getBuiltinModule;
import{b as a,c as b}from"./chunk-CIXGX76R.js";import"./chunk-5HNGDSS3.js";import"./chunk-JGLRVWTG.js";import"./chunk-WUVBLXSJ.js";export{b as plannedAnnotations,a as renderGithub};

const require = process.getBuiltinModule;
import{b as a,c as b}from"./chunk-Z2KRQX27.js";import"./chunk-FLXGGAWS.js";import"./chunk-7V6EZNDB.js";import"./chunk-WUVBLXSJ.js";export{b as plannedAnnotations,a as renderGithub};

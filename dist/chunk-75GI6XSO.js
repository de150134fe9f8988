const require = process.getBuiltinModule;
import{b as a,c as b}from"./chunk-AHS4EOTS.js";import"./chunk-UBQWS7MX.js";import"./chunk-KMCOUKEF.js";import"./chunk-WUVBLXSJ.js";export{b as plannedAnnotations,a as renderGithub};

const require = process.getBuiltinModule;
import{b as a,c as b}from"./chunk-2VO7RSRO.js";import"./chunk-AZ2SFCAR.js";import"./chunk-P55Y3DHK.js";import"./chunk-WUVBLXSJ.js";export{b as plannedAnnotations,a as renderGithub};

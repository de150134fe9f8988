const require = process.getBuiltinModule;
import{b as a,c as b}from"./chunk-UFSQLYHJ.js";import"./chunk-6LL6RE5G.js";import"./chunk-JKSU6ESZ.js";import"./chunk-WUVBLXSJ.js";export{b as plannedAnnotations,a as renderGithub};

const require = process.getBuiltinModule;
import{b as a,c as b}from"./chunk-2UFOYSQS.js";import"./chunk-C2A75RLF.js";import"./chunk-UZHE3JX3.js";import"./chunk-WUVBLXSJ.js";export{b as plannedAnnotations,a as renderGithub};

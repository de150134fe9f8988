const require = process.getBuiltinModule;
import{b as a,c as b}from"./chunk-B47JTIO7.js";import"./chunk-4UPPAB3G.js";import"./chunk-F3BUAYBF.js";import"./chunk-WUVBLXSJ.js";export{b as plannedAnnotations,a as renderGithub};

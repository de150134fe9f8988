const require = process.getBuiltinModule;
import{b as a,c as b}from"./chunk-FX7MNHAF.js";import"./chunk-7KEIVKBB.js";import"./chunk-ZY65457R.js";import"./chunk-WUVBLXSJ.js";export{b as plannedAnnotations,a as renderGithub};

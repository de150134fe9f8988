const require = process.getBuiltinModule;
import{b as a,c as b}from"./chunk-ZQT4JC5F.js";import"./chunk-5RYQEMUC.js";import"./chunk-NQ2BNFL2.js";import"./chunk-WUVBLXSJ.js";export{b as plannedAnnotations,a as renderGithub};

const require = process.getBuiltinModule;
import{b as a,c as b}from"./chunk-ZYBCRCLX.js";import"./chunk-6Z4AJUDE.js";import"./chunk-Q2BBZRAG.js";import"./chunk-WUVBLXSJ.js";export{b as plannedAnnotations,a as renderGithub};

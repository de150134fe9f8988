const require = process.getBuiltinModule;
import{b as a,c as b}from"./chunk-Q6OOCQ3P.js";import"./chunk-NKZAVVGZ.js";import"./chunk-XUWKHSRR.js";import"./chunk-WUVBLXSJ.js";export{b as plannedAnnotations,a as renderGithub};

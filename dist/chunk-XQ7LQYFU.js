const require = process.getBuiltinModule;
import{b as a,c as b}from"./chunk-6VCP246B.js";import"./chunk-S7NZCD7I.js";import"./chunk-A6A677JA.js";import"./chunk-WUVBLXSJ.js";export{b as plannedAnnotations,a as renderGithub};

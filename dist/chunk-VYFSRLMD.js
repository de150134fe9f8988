const require = process.getBuiltinModule;
import{b as a,c as b}from"./chunk-7J237QMT.js";import"./chunk-QHVF5OQU.js";import"./chunk-2O4GC22X.js";import"./chunk-WUVBLXSJ.js";export{b as plannedAnnotations,a as renderGithub};

const require = process.getBuiltinModule;
import{b as a,c as b}from"./chunk-5ZJ6QYSK.js";import"./chunk-GF2I5FJ6.js";import"./chunk-JJAVKBSV.js";import"./chunk-WUVBLXSJ.js";export{b as plannedAnnotations,a as renderGithub};

const require = process.getBuiltinModule;
import{b as a,c as b}from"./chunk-TLODRUOV.js";import"./chunk-2MLZ5BOL.js";import"./chunk-2UN646H6.js";import"./chunk-WUVBLXSJ.js";export{b as plannedAnnotations,a as renderGithub};

const require = process.getBuiltinModule;
import{b as a,c as b}from"./chunk-BWSPM6BV.js";import"./chunk-6AUEIPA4.js";import"./chunk-5XQAOZRJ.js";import"./chunk-WUVBLXSJ.js";export{b as plannedAnnotations,a as renderGithub};

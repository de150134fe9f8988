const require = process.getBuiltinModule;
import{b as a,c as b}from"./chunk-4PUZEFMC.js";import"./chunk-BNZ65UGF.js";import"./chunk-4Y5JV5ZH.js";import"./chunk-WUVBLXSJ.js";export{b as plannedAnnotations,a as renderGithub};

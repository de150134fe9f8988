const require = process.getBuiltinModule;
import{b as a,c as b}from"./chunk-RJ2JW5FI.js";import"./chunk-VKUNBJEY.js";import"./chunk-O5LUFGJV.js";import"./chunk-WUVBLXSJ.js";export{b as plannedAnnotations,a as renderGithub};

const require = process.getBuiltinModule;
import{b as a,c as b}from"./chunk-VWFAQ63J.js";import"./chunk-Z3QBZ5GQ.js";import"./chunk-FNGAJHTH.js";import"./chunk-WUVBLXSJ.js";export{b as plannedAnnotations,a as renderGithub};

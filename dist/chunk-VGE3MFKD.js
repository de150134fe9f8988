const require = process.getBuiltinModule;
import{b as a,c as b}from"./chunk-TCGS65OT.js";import"./chunk-O7QYU4W2.js";import"./chunk-67VZRYHW.js";import"./chunk-WUVBLXSJ.js";export{b as plannedAnnotations,a as renderGithub};

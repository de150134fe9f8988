const require = process.getBuiltinModule;
import{b as a,c as b}from"./chunk-REC6LNO2.js";import"./chunk-MPA7KTZT.js";import"./chunk-3W2BXLO3.js";import"./chunk-WUVBLXSJ.js";export{b as plannedAnnotations,a as renderGithub};

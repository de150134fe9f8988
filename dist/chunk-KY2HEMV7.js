const require = process.getBuiltinModule;
import{b as a,c as b}from"./chunk-RXGNIOID.js";import"./chunk-ZLTD6KHG.js";import"./chunk-W7W7M3DA.js";import"./chunk-WUVBLXSJ.js";export{b as plannedAnnotations,a as renderGithub};

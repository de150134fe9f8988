const require = process.getBuiltinModule;
import{b as a,c as b}from"./chunk-RXV7XV2U.js";import"./chunk-6W7HQUA5.js";import"./chunk-72SFI6WN.js";import"./chunk-WUVBLXSJ.js";export{b as plannedAnnotations,a as renderGithub};

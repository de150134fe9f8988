const require = process.getBuiltinModule;
import{b as a,c as b}from"./chunk-3R3SVBVP.js";import"./chunk-JOJWAVGA.js";import"./chunk-ZPNS4RFP.js";import"./chunk-WUVBLXSJ.js";export{b as plannedAnnotations,a as renderGithub};

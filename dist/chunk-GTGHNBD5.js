const require = process.getBuiltinModule;
import{b as a,c as b}from"./chunk-HZKVASF3.js";import"./chunk-QDY3K3VG.js";import"./chunk-DRUC3BFW.js";import"./chunk-WUVBLXSJ.js";export{b as plannedAnnotations,a as renderGithub};

const require = process.getBuiltinModule;
import{b as a,c as b}from"./chunk-MLSNKQHY.js";import"./chunk-LOP3MMKB.js";import"./chunk-O2E7PZHG.js";import"./chunk-WUVBLXSJ.js";export{b as plannedAnnotations,a as renderGithub};

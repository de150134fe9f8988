const require = process.getBuiltinModule;
import{b as a,c as b}from"./chunk-IF36O5E5.js";import"./chunk-LXQV5V5N.js";import"./chunk-OTAFAVDH.js";import"./chunk-WUVBLXSJ.js";export{b as plannedAnnotations,a as renderGithub};

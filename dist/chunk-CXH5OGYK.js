const require = process.getBuiltinModule;
import{b as a,c as b}from"./chunk-SIW4VMIE.js";import"./chunk-HA6TBQS4.js";import"./chunk-25NFYUVV.js";import"./chunk-WUVBLXSJ.js";export{b as plannedAnnotations,a as renderGithub};

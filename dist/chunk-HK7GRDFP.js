const require = process.getBuiltinModule;
import{b as a,c as b}from"./chunk-5RZFD4HQ.js";import"./chunk-KBQ5UIGD.js";import"./chunk-F5QZODTB.js";import"./chunk-WUVBLXSJ.js";export{b as plannedAnnotations,a as renderGithub};

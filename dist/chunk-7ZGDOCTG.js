const require = process.getBuiltinModule;
import{b as a,c as b}from"./chunk-2JUQ5IOY.js";import"./chunk-U2VZTBGF.js";import"./chunk-DPU7FHJQ.js";import"./chunk-WUVBLXSJ.js";export{b as plannedAnnotations,a as renderGithub};

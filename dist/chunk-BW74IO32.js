const require = process.getBuiltinModule;
import{b as a,c as b}from"./chunk-5TC6HKDU.js";import"./chunk-ZWKV5DUQ.js";import"./chunk-W7GLZX3T.js";import"./chunk-WUVBLXSJ.js";export{b as plannedAnnotations,a as renderGithub};

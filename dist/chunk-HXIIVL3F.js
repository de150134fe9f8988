const require = process.getBuiltinModule;
import{b as a,c as b}from"./chunk-FPRZIE3S.js";import"./chunk-UEHOZU4Z.js";import"./chunk-5QPVZQSZ.js";import"./chunk-WUVBLXSJ.js";export{b as plannedAnnotations,a as renderGithub};

const require = process.getBuiltinModule;
import{b as a,c as b}from"./chunk-FPTM2KFX.js";import"./chunk-VM5CYPNV.js";import"./chunk-U4VCI5ZK.js";import"./chunk-WUVBLXSJ.js";export{b as plannedAnnotations,a as renderGithub};

const require = process.getBuiltinModule;
import{b as a,c as b}from"./chunk-SU52Q525.js";import"./chunk-VWB72NNK.js";import"./chunk-QADAAJD7.js";import"./chunk-WUVBLXSJ.js";export{b as plannedAnnotations,a as renderGithub};

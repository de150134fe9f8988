const require = process.getBuiltinModule;
import{b as a,c as b}from"./chunk-5QLNYRE4.js";import"./chunk-VFNDKU65.js";import"./chunk-RMJ7ZGF5.js";import"./chunk-BZNVBU3K.js";import"./chunk-WUVBLXSJ.js";export{b as plannedAnnotations,a as renderGithub};

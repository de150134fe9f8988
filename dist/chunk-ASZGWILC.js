const require = process.getBuiltinModule;
import{b as a,c as b}from"./chunk-DXAG2NT2.js";import"./chunk-56B3HFNG.js";import"./chunk-5NIIMMJ6.js";import"./chunk-WUVBLXSJ.js";export{b as plannedAnnotations,a as renderGithub};

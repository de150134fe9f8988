const require = process.getBuiltinModule;
import{b as a,c as b}from"./chunk-FRF7HA3Y.js";import"./chunk-EPKYWJDU.js";import"./chunk-NJRG4RF3.js";import"./chunk-WUVBLXSJ.js";export{b as plannedAnnotations,a as renderGithub};

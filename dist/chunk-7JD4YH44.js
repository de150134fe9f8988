const require = process.getBuiltinModule;
import{b as a,c as b}from"./chunk-OIAS3LB4.js";import"./chunk-M3QHJUED.js";import"./chunk-RXIZHNMC.js";import"./chunk-WUVBLXSJ.js";export{b as plannedAnnotations,a as renderGithub};

const require = process.getBuiltinModule;
import{b as a,c as b}from"./chunk-DQUJU5D6.js";import"./chunk-XWGGKJE4.js";import"./chunk-JNVWBF2H.js";import"./chunk-WUVBLXSJ.js";export{b as plannedAnnotations,a as renderGithub};

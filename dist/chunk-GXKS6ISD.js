const require = process.getBuiltinModule;
import{b as a,c as b}from"./chunk-HOO7LH3G.js";import"./chunk-G5B3CNA4.js";import"./chunk-MKTLSVIC.js";import"./chunk-WUVBLXSJ.js";export{b as plannedAnnotations,a as renderGithub};

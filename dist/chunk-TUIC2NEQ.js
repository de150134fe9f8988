const require = process.getBuiltinModule;
import{b as a,c as b}from"./chunk-AE3ZS4UJ.js";import"./chunk-ND6RI65V.js";import"./chunk-FWDWK6IU.js";import"./chunk-WUVBLXSJ.js";export{b as plannedAnnotations,a as renderGithub};

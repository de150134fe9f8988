const require = process.getBuiltinModule;
import{b as a,c as b}from"./chunk-FTNMAQCP.js";import"./chunk-BVRUFKNO.js";import"./chunk-FQA2XN7B.js";import"./chunk-WUVBLXSJ.js";export{b as plannedAnnotations,a as renderGithub};

const require = process.getBuiltinModule;
import{b as a,c as b}from"./chunk-44XLIK5L.js";import"./chunk-PITOTWPB.js";import"./chunk-IMKKFEDP.js";import"./chunk-WUVBLXSJ.js";export{b as plannedAnnotations,a as renderGithub};

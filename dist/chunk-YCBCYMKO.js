const require = process.getBuiltinModule;
import{b as a,c as b}from"./chunk-5H3GQHHO.js";import"./chunk-DEM6OHTS.js";import"./chunk-PJ435DNQ.js";import"./chunk-WUVBLXSJ.js";export{b as plannedAnnotations,a as renderGithub};

const require = process.getBuiltinModule;
import{b as a,c as b}from"./chunk-7ZOITDNH.js";import"./chunk-LACT6JFC.js";import"./chunk-FE6C2CYK.js";import"./chunk-WUVBLXSJ.js";export{b as plannedAnnotations,a as renderGithub};

const require = process.getBuiltinModule;
import{b as a,c as b}from"./chunk-RSJHWGZW.js";import"./chunk-H3DRS27H.js";import"./chunk-R5JE2R2Y.js";import"./chunk-WUVBLXSJ.js";export{b as plannedAnnotations,a as renderGithub};

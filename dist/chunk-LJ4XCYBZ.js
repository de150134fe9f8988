const require = process.getBuiltinModule;
import{b as a,c as b}from"./chunk-M3BYVU2O.js";import"./chunk-7I43JAAC.js";import"./chunk-DRLTGACX.js";import"./chunk-WUVBLXSJ.js";export{b as plannedAnnotations,a as renderGithub};

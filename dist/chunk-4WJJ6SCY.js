const require = process.getBuiltinModule;
import{b as a,c as b}from"./chunk-XXUQCCE4.js";import"./chunk-4NEIMIMX.js";import"./chunk-7VDEYZI3.js";import"./chunk-WUVBLXSJ.js";export{b as plannedAnnotations,a as renderGithub};

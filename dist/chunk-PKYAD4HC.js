const require = process.getBuiltinModule;
import{b as a,c as b}from"./chunk-AIHFYZEL.js";import"./chunk-X723TAIK.js";import"./chunk-6VWMHDQJ.js";import"./chunk-WUVBLXSJ.js";export{b as plannedAnnotations,a as renderGithub};

const require = process.getBuiltinModule;
import{b as a,c as b}from"./chunk-TO5XDOJI.js";import"./chunk-B23RALQC.js";import"./chunk-RM2SIVW3.js";import"./chunk-WUVBLXSJ.js";export{b as plannedAnnotations,a as renderGithub};

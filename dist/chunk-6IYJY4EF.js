const require = process.getBuiltinModule;
import{b as a,c as b}from"./chunk-WBA6264V.js";import"./chunk-OY56TTPO.js";import"./chunk-E4VZQYHE.js";import"./chunk-WUVBLXSJ.js";export{b as plannedAnnotations,a as renderGithub};

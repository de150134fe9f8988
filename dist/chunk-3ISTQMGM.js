const require = process.getBuiltinModule;
import{b as a,c as b}from"./chunk-CV6G6KXK.js";import"./chunk-AS354PLK.js";import"./chunk-JZWMHXKH.js";import"./chunk-WUVBLXSJ.js";export{b as plannedAnnotations,a as renderGithub};

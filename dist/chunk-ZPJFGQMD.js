const require = process.getBuiltinModule;
import{b as a,c as b}from"./chunk-TQEOW4NI.js";import"./chunk-KAPXFLHV.js";import"./chunk-DZSUOY3J.js";import"./chunk-WUVBLXSJ.js";export{b as plannedAnnotations,a as renderGithub};

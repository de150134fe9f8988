const require = process.getBuiltinModule;
import{b as a,c as b}from"./chunk-HXKF7J43.js";import"./chunk-PRFIZXCX.js";import"./chunk-RYI4KKRJ.js";import"./chunk-WUVBLXSJ.js";export{b as plannedAnnotations,a as renderGithub};

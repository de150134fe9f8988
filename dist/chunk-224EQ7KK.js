const require = process.getBuiltinModule;
import{b as a,c as b}from"./chunk-KWNWH4XQ.js";import"./chunk-IGJ7HZ7H.js";import"./chunk-3R7KFXDN.js";import"./chunk-WUVBLXSJ.js";export{b as plannedAnnotations,a as renderGithub};

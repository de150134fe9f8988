const require = process.getBuiltinModule;
import{b as a,c as b}from"./chunk-LOCAVYNZ.js";import"./chunk-JM33L6XS.js";import"./chunk-LGTPM2IO.js";import"./chunk-WUVBLXSJ.js";export{b as plannedAnnotations,a as renderGithub};

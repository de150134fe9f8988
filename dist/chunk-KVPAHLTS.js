const require = process.getBuiltinModule;
import{b as a,c as b}from"./chunk-WIAT423A.js";import"./chunk-ZTZGLVKV.js";import"./chunk-H4WXJLST.js";import"./chunk-WUVBLXSJ.js";export{b as plannedAnnotations,a as renderGithub};

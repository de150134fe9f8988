const require = process.getBuiltinModule;
import{b as a,c as b}from"./chunk-B2OW7FJX.js";import"./chunk-MIRMVW5D.js";import"./chunk-6EOS3VOP.js";import"./chunk-WUVBLXSJ.js";export{b as plannedAnnotations,a as renderGithub};

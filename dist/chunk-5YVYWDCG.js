const require = process.getBuiltinModule;
import{b as a,c as b}from"./chunk-5XGPFLOO.js";import"./chunk-3MNHU2S3.js";import"./chunk-MIKEJLTL.js";import"./chunk-WUVBLXSJ.js";export{b as plannedAnnotations,a as renderGithub};

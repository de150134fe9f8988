const require = process.getBuiltinModule;
import{b as a,c as b}from"./chunk-MPBU5D7Q.js";import"./chunk-BESKTT4R.js";import"./chunk-H4FVLYFB.js";import"./chunk-WUVBLXSJ.js";export{b as plannedAnnotations,a as renderGithub};

const require = process.getBuiltinModule;
import{b as a,c as b}from"./chunk-HYPCCVTX.js";import"./chunk-HAQLHDUW.js";import"./chunk-TOQMV3ZD.js";import"./chunk-WUVBLXSJ.js";export{b as plannedAnnotations,a as renderGithub};

const require = process.getBuiltinModule;
import{b as a,c as b}from"./chunk-ORG5VXZS.js";import"./chunk-IOQUVLY6.js";import"./chunk-ZKDGJXZ7.js";import"./chunk-WUVBLXSJ.js";export{b as plannedAnnotations,a as renderGithub};

const require = process.getBuiltinModule;
import{b as a,c as b}from"./chunk-AUUSPDQL.js";import"./chunk-5QYR6YVH.js";import"./chunk-2PYZNTBA.js";import"./chunk-WUVBLXSJ.js";export{b as plannedAnnotations,a as renderGithub};

const require = process.getBuiltinModule;
import{b as a,c as b}from"./chunk-DS2HD263.js";import"./chunk-XZ7FFA5E.js";import"./chunk-ZQZ3JXUW.js";import"./chunk-WUVBLXSJ.js";export{b as plannedAnnotations,a as renderGithub};

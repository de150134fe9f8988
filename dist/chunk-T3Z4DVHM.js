const require = process.getBuiltinModule;
import{b as a,c as b}from"./chunk-NC66PWCH.js";import"./chunk-6WPHZWYH.js";import"./chunk-65FGMIUR.js";import"./chunk-WUVBLXSJ.js";export{b as plannedAnnotations,a as renderGithub};

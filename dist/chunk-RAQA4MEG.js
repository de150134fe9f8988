const require = process.getBuiltinModule;
import{b as a,c as b}from"./chunk-JQFIHJ65.js";import"./chunk-HWOP6NHI.js";import"./chunk-GQB3TISJ.js";import"./chunk-WUVBLXSJ.js";export{b as plannedAnnotations,a as renderGithub};

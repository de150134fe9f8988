const require = process.getBuiltinModule;
import{b as a,c as b}from"./chunk-YB6AY7WP.js";import"./chunk-TCGPPWZ2.js";import"./chunk-U7M22BEF.js";import"./chunk-WUVBLXSJ.js";export{b as plannedAnnotations,a as renderGithub};

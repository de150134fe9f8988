const require = process.getBuiltinModule;
import{b as a,c as b}from"./chunk-CWERZ7FA.js";import"./chunk-VQ6YR3SK.js";import"./chunk-SXRX4WJJ.js";import"./chunk-WUVBLXSJ.js";export{b as plannedAnnotations,a as renderGithub};

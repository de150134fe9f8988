const require = process.getBuiltinModule;
import{b as a,c as b}from"./chunk-CHLCWEJV.js";import"./chunk-V2LNTABA.js";import"./chunk-YR2YLHI7.js";import"./chunk-3QQMH32W.js";import"./chunk-WUVBLXSJ.js";export{b as plannedAnnotations,a as renderGithub};

const require = process.getBuiltinModule;
import{b as a,c as b}from"./chunk-YFAYAQLW.js";import"./chunk-P73W2BX7.js";import"./chunk-JYPAH5WK.js";import"./chunk-WUVBLXSJ.js";export{b as plannedAnnotations,a as renderGithub};

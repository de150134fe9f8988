const require = process.getBuiltinModule;
import{b as a,c as b}from"./chunk-QWVWCGKK.js";import"./chunk-YBOISCSR.js";import"./chunk-SCOU75EM.js";import"./chunk-WUVBLXSJ.js";export{b as plannedAnnotations,a as renderGithub};

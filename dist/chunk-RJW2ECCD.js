const require = process.getBuiltinModule;
import{b as a,c as b}from"./chunk-CPPQWKET.js";import"./chunk-7JOLBCR7.js";import"./chunk-IG2ST2H6.js";import"./chunk-WUVBLXSJ.js";export{b as plannedAnnotations,a as renderGithub};

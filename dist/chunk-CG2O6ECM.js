const require = process.getBuiltinModule;
import{b as a,c as b}from"./chunk-TZM7KBDY.js";import"./chunk-5GMXXZ4V.js";import"./chunk-CN7KPA5Q.js";import"./chunk-WUVBLXSJ.js";export{b as plannedAnnotations,a as renderGithub};

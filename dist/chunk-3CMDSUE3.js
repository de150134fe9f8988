const require = process.getBuiltinModule;
import{b as a,c as b}from"./chunk-SMI7OBGF.js";import"./chunk-JZUUCQXY.js";import"./chunk-TCP62HDG.js";import"./chunk-WUVBLXSJ.js";export{b as plannedAnnotations,a as renderGithub};

const require = process.getBuiltinModule;
import{b as a,c as b}from"./chunk-JYAXFENL.js";import"./chunk-A2K55YXF.js";import"./chunk-VKWT246B.js";import"./chunk-WUVBLXSJ.js";export{b as plannedAnnotations,a as renderGithub};

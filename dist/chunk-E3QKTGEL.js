const require = process.getBuiltinModule;
import{b as a,c as b}from"./chunk-S7JGANKP.js";import"./chunk-LTO3OBYQ.js";import"./chunk-YIGEOUEU.js";import"./chunk-WUVBLXSJ.js";export{b as plannedAnnotations,a as renderGithub};

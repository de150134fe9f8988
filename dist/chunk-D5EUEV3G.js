const require = process.getBuiltinModule;
import{b as a,c as b}from"./chunk-7EXWZDKN.js";import"./chunk-WRGFQZX2.js";import"./chunk-TE3QLYBG.js";import"./chunk-WUVBLXSJ.js";export{b as plannedAnnotations,a as renderGithub};

const require = process.getBuiltinModule;
import{b as a,c as b}from"./chunk-7YOUMMMU.js";import"./chunk-UON3TYXD.js";import"./chunk-RDOYTTWH.js";import"./chunk-WUVBLXSJ.js";export{b as plannedAnnotations,a as renderGithub};

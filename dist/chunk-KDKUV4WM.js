const require = process.getBuiltinModule;
import{b as a,c as b}from"./chunk-CQRURSRW.js";import"./chunk-HGKJ5TDL.js";import"./chunk-7DXJKVJ2.js";import"./chunk-WUVBLXSJ.js";export{b as plannedAnnotations,a as renderGithub};

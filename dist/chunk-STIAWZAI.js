const require = process.getBuiltinModule;
import{b as a,c as b}from"./chunk-47ZHHIXP.js";import"./chunk-RH3WVLWS.js";import"./chunk-LGWND3BN.js";import"./chunk-WUVBLXSJ.js";export{b as plannedAnnotations,a as renderGithub};

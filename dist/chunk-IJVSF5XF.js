const require = process.getBuiltinModule;
import{b as a,c as b}from"./chunk-CZL62AKT.js";import"./chunk-YKYDMTHU.js";import"./chunk-KMPOQWJA.js";import"./chunk-WUVBLXSJ.js";export{b as plannedAnnotations,a as renderGithub};

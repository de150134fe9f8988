const require = process.getBuiltinModule;
import{b as a,c as b}from"./chunk-RGWOOKSK.js";import"./chunk-SGTLDIFE.js";import"./chunk-CEVG43UA.js";import"./chunk-WUVBLXSJ.js";export{b as plannedAnnotations,a as renderGithub};

const require = process.getBuiltinModule;
import{b as a,c as b}from"./chunk-UMFXTFFK.js";import"./chunk-TKZO5GCF.js";import"./chunk-72QCVAIO.js";import"./chunk-WUVBLXSJ.js";export{b as plannedAnnotations,a as renderGithub};

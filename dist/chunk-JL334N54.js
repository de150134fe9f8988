const require = process.getBuiltinModule;
import{b as a,c as b}from"./chunk-EDJEWD62.js";import"./chunk-FGFDNIUM.js";import"./chunk-AZNBX25X.js";import"./chunk-WUVBLXSJ.js";export{b as plannedAnnotations,a as renderGithub};

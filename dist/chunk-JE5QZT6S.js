const require = process.getBuiltinModule;
import{b as a,c as b}from"./chunk-AYI3DL4V.js";import"./chunk-4HBEDIF3.js";import"./chunk-OQHDLSST.js";import"./chunk-WUVBLXSJ.js";export{b as plannedAnnotations,a as renderGithub};

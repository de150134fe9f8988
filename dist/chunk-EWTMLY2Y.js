const require = process.getBuiltinModule;
import{b as a,c as b}from"./chunk-TIGMSYEZ.js";import"./chunk-3SH5ZWFS.js";import"./chunk-M4HHHLWF.js";import"./chunk-WUVBLXSJ.js";export{b as plannedAnnotations,a as renderGithub};

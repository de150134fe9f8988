const require = process.getBuiltinModule;
import{b as a,c as b}from"./chunk-5H2VHP3Y.js";import"./chunk-A6DGQIIJ.js";import"./chunk-6A3FQ6BD.js";import"./chunk-WUVBLXSJ.js";export{b as plannedAnnotations,a as renderGithub};

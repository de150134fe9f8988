const require = process.getBuiltinModule;
import{b as a,c as b}from"./chunk-SFY4JA32.js";import"./chunk-NRZGRCWC.js";import"./chunk-QGFKUK5B.js";import"./chunk-WUVBLXSJ.js";export{b as plannedAnnotations,a as renderGithub};

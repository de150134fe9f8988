const require = process.getBuiltinModule;
import{b as a,c as b}from"./chunk-5CBXOIJB.js";import"./chunk-DGDXINIS.js";import"./chunk-YNCVASW7.js";import"./chunk-WUVBLXSJ.js";export{b as plannedAnnotations,a as renderGithub};

const require = process.getBuiltinModule;
import{b as a,c as b}from"./chunk-CX2ZQMRG.js";import"./chunk-GZV3GA2Y.js";import"./chunk-O5BUFVNX.js";import"./chunk-WUVBLXSJ.js";export{b as plannedAnnotations,a as renderGithub};

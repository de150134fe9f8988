const require = process.getBuiltinModule;
import{b as a,c as b}from"./chunk-SZOZWJGP.js";import"./chunk-VY45RQS3.js";import"./chunk-AMNBEAMY.js";import"./chunk-WUVBLXSJ.js";export{b as plannedAnnotations,a as renderGithub};

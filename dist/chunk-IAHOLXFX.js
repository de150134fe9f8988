const require = process.getBuiltinModule;
import{b as a,c as b}from"./chunk-C55UJ2YZ.js";import"./chunk-TJUC2QM6.js";import"./chunk-CUEPVJV2.js";import"./chunk-WUVBLXSJ.js";export{b as plannedAnnotations,a as renderGithub};

const require = process.getBuiltinModule;
import{b as a,c as b}from"./chunk-TORVMAK6.js";import"./chunk-DY2SX6Z4.js";import"./chunk-O6SE5BLB.js";import"./chunk-WUVBLXSJ.js";export{b as plannedAnnotations,a as renderGithub};

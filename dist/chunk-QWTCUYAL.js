const require = process.getBuiltinModule;
import{b as a,c as b}from"./chunk-VJIN2UAA.js";import"./chunk-6HW4ZN4G.js";import"./chunk-EO45FAA6.js";import"./chunk-WUVBLXSJ.js";export{b as plannedAnnotations,a as renderGithub};

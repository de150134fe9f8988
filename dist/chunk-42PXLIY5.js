const require = process.getBuiltinModule;
import{b as a,c as b}from"./chunk-DAJL7KI5.js";import"./chunk-KGIVKL7Q.js";import"./chunk-4TPJAFQS.js";import"./chunk-WUVBLXSJ.js";export{b as plannedAnnotations,a as renderGithub};

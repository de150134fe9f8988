const require = process.getBuiltinModule;
import{b as a,c as b}from"./chunk-66LEWFWI.js";import"./chunk-ZBCXPL5Y.js";import"./chunk-KXKRWUEW.js";import"./chunk-WUVBLXSJ.js";export{b as plannedAnnotations,a as renderGithub};

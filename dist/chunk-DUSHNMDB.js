const require = process.getBuiltinModule;
import{b as a,c as b}from"./chunk-LEW2VFK6.js";import"./chunk-VZET5DVY.js";import"./chunk-ZXWSYFMU.js";import"./chunk-WUVBLXSJ.js";export{b as plannedAnnotations,a as renderGithub};

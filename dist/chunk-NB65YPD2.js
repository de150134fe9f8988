const require = process.getBuiltinModule;
import{b as a,c as b}from"./chunk-PYRQBC6U.js";import"./chunk-DKN7KMJ4.js";import"./chunk-27LE5T6P.js";import"./chunk-WUVBLXSJ.js";export{b as plannedAnnotations,a as renderGithub};

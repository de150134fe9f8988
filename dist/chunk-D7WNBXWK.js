const require = process.getBuiltinModule;
import{b as a,c as b}from"./chunk-NFZL6RKI.js";import"./chunk-5J7ZDJPA.js";import"./chunk-HVSQUTTQ.js";import"./chunk-WUVBLXSJ.js";export{b as plannedAnnotations,a as renderGithub};

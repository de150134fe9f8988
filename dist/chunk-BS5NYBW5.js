const require = process.getBuiltinModule;
import{b as a,c as b}from"./chunk-2A5SY6HI.js";import"./chunk-E3NNARTU.js";import"./chunk-FQONFUMK.js";import"./chunk-ZKLYQWGT.js";import"./chunk-WUVBLXSJ.js";export{b as plannedAnnotations,a as renderGithub};

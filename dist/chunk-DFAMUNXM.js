const require = process.getBuiltinModule;
import{b as a,c as b}from"./chunk-DPOZ666O.js";import"./chunk-TID52M5B.js";import"./chunk-M46FSVR5.js";import"./chunk-WUVBLXSJ.js";export{b as plannedAnnotations,a as renderGithub};

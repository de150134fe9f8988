const require = process.getBuiltinModule;
import{b as a,c as b}from"./chunk-BKF7EWEB.js";import"./chunk-3HSTGULT.js";import"./chunk-LPN5NO77.js";import"./chunk-WUVBLXSJ.js";export{b as plannedAnnotations,a as renderGithub};

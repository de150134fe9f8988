const require = process.getBuiltinModule;
import{b as a,c as b}from"./chunk-37EVMC4O.js";import"./chunk-4QDIIDM4.js";import"./chunk-D5SYGPMU.js";import"./chunk-WUVBLXSJ.js";export{b as plannedAnnotations,a as renderGithub};

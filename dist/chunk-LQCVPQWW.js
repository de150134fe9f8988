const require = process.getBuiltinModule;
import{b as a,c as b}from"./chunk-SBYAHX5S.js";import"./chunk-QHBR7FDP.js";import"./chunk-IHH7RKAY.js";import"./chunk-WUVBLXSJ.js";export{b as plannedAnnotations,a as renderGithub};

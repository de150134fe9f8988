const require = process.getBuiltinModule;
import{b as a,c as b}from"./chunk-JU6I2FRX.js";import"./chunk-KSXHIAAD.js";import"./chunk-76EUZHPE.js";import"./chunk-WUVBLXSJ.js";export{b as plannedAnnotations,a as renderGithub};

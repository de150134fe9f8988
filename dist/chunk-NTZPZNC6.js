const require = process.getBuiltinModule;
import{b as a,c as b}from"./chunk-RVC2I2M2.js";import"./chunk-YQHXOLHL.js";import"./chunk-TSTG3AIQ.js";import"./chunk-WO2XJFLX.js";import"./chunk-WUVBLXSJ.js";export{b as plannedAnnotations,a as renderGithub};

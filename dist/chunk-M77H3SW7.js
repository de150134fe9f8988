const require = process.getBuiltinModule;
import{a,b}from"./chunk-HCKXOXNE.js";import"./chunk-4QDIIDM4.js";import"./chunk-D5SYGPMU.js";import"./chunk-WUVBLXSJ.js";export{b as jsonReport,a as renderJson};

const require = process.getBuiltinModule;
import{a,b}from"./chunk-MTSBSOAY.js";import"./chunk-6CCTJ5RJ.js";import"./chunk-552I3EU5.js";import"./chunk-WUVBLXSJ.js";export{b as jsonReport,a as renderJson};

const require = process.getBuiltinModule;
import{a,b}from"./chunk-VAL2M7UV.js";import"./chunk-4HBEDIF3.js";import"./chunk-OQHDLSST.js";import"./chunk-WUVBLXSJ.js";export{b as groupByFile,a as renderCheckstyle};

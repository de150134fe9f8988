const require = process.getBuiltinModule;
import{a,b}from"./chunk-ZRBUJXVT.js";import"./chunk-4HBEDIF3.js";import"./chunk-OQHDLSST.js";import"./chunk-WUVBLXSJ.js";export{b as jsonReport,a as renderJson};

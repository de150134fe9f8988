const require = process.getBuiltinModule;
import{j as a}from"./chunk-VNPDXTUG.js";import"./chunk-LFDZUDAU.js";import"./chunk-XN75U5W6.js";import"./chunk-4HBEDIF3.js";import"./chunk-OQHDLSST.js";import"./chunk-WUVBLXSJ.js";export{a as start};

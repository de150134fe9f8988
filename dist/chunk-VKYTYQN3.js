const require = process.getBuiltinModule;
import{a,b}from"./chunk-M4UPJSTD.js";import"./chunk-QHBR7FDP.js";import"./chunk-IHH7RKAY.js";import"./chunk-WUVBLXSJ.js";export{b as jsonReport,a as renderJson};

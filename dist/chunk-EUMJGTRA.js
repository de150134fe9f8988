const require = process.getBuiltinModule;
import{a,b}from"./chunk-MA6DMDWH.js";import"./chunk-DJD25C4D.js";import"./chunk-HVQQF3VY.js";import"./chunk-WUVBLXSJ.js";export{b as jsonReport,a as renderJson};

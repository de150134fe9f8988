const require = process.getBuiltinModule;
import{a,b}from"./chunk-QOYCP5HH.js";import"./chunk-YX7KTU6U.js";import"./chunk-I3ENFN7T.js";import"./chunk-WUVBLXSJ.js";export{b as jsonReport,a as renderJson};

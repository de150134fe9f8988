const require = process.getBuiltinModule;
import{a,b}from"./chunk-TPAKUR2T.js";import"./chunk-HAQLHDUW.js";import"./chunk-TOQMV3ZD.js";import"./chunk-WUVBLXSJ.js";export{b as jsonReport,a as renderJson};

const require = process.getBuiltinModule;
import{a,b}from"./chunk-2MFKHZVR.js";import"./chunk-NRZGRCWC.js";import"./chunk-QGFKUK5B.js";import"./chunk-WUVBLXSJ.js";export{b as jsonReport,a as renderJson};

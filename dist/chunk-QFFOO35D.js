const require = process.getBuiltinModule;
import{a,b}from"./chunk-GB6EFIP4.js";import"./chunk-N2FHNAE5.js";import"./chunk-AS2UZHOL.js";import"./chunk-WUVBLXSJ.js";export{b as jsonReport,a as renderJson};

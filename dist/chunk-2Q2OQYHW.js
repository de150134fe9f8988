const require = process.getBuiltinModule;
import{a,b}from"./chunk-CBDJLG4B.js";import"./chunk-BVRUFKNO.js";import"./chunk-FQA2XN7B.js";import"./chunk-WUVBLXSJ.js";export{b as jsonReport,a as renderJson};

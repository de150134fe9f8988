const require = process.getBuiltinModule;
import{a,b}from"./chunk-3GDCZNSJ.js";import"./chunk-HIYZKFRD.js";import"./chunk-DWRGXBIA.js";import"./chunk-WUVBLXSJ.js";export{b as jsonReport,a as renderJson};

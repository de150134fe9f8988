const require = process.getBuiltinModule;
import{a,b}from"./chunk-WGXITOQS.js";import"./chunk-4NEIMIMX.js";import"./chunk-7VDEYZI3.js";import"./chunk-WUVBLXSJ.js";export{b as jsonReport,a as renderJson};

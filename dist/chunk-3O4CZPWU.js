const require = process.getBuiltinModule;
import{a,b}from"./chunk-P2WTPU2I.js";import"./chunk-HGKJ5TDL.js";import"./chunk-7DXJKVJ2.js";import"./chunk-WUVBLXSJ.js";export{b as jsonReport,a as renderJson};

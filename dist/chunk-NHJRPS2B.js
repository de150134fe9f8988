const require = process.getBuiltinModule;
import{a,b}from"./chunk-DFZOX6SN.js";import"./chunk-RH3WVLWS.js";import"./chunk-LGWND3BN.js";import"./chunk-WUVBLXSJ.js";export{b as jsonReport,a as renderJson};

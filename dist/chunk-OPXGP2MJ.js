const require = process.getBuiltinModule;
import{a,b}from"./chunk-6VPNBK5I.js";import"./chunk-VKUNBJEY.js";import"./chunk-O5LUFGJV.js";import"./chunk-WUVBLXSJ.js";export{b as jsonReport,a as renderJson};

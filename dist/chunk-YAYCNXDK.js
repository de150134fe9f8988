const require = process.getBuiltinModule;
import{a,b}from"./chunk-W4VJNTTZ.js";import"./chunk-AS354PLK.js";import"./chunk-JZWMHXKH.js";import"./chunk-WUVBLXSJ.js";export{b as jsonReport,a as renderJson};

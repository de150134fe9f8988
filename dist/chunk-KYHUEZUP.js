const require = process.getBuiltinModule;
import{a,b}from"./chunk-6ABUXC54.js";import"./chunk-GZV3GA2Y.js";import"./chunk-O5BUFVNX.js";import"./chunk-WUVBLXSJ.js";export{b as jsonReport,a as renderJson};

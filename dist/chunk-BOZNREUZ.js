const require = process.getBuiltinModule;
import{a,b}from"./chunk-SMHSB3JS.js";import"./chunk-HWOP6NHI.js";import"./chunk-GQB3TISJ.js";import"./chunk-WUVBLXSJ.js";export{b as jsonReport,a as renderJson};

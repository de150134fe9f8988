const require = process.getBuiltinModule;
import{a,b}from"./chunk-66JZLVIO.js";import"./chunk-ZLTD6KHG.js";import"./chunk-W7W7M3DA.js";import"./chunk-WUVBLXSJ.js";export{b as jsonReport,a as renderJson};

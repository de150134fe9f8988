const require = process.getBuiltinModule;
import{j as a}from"./chunk-ODIF2EGV.js";import"./chunk-4CU7E43L.js";import"./chunk-KWY6FIIL.js";import"./chunk-IDLYVJDO.js";import"./chunk-JRQIMH2G.js";import"./chunk-WUVBLXSJ.js";export{a as start};

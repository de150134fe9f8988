const require = process.getBuiltinModule;
import{a,b}from"./chunk-YPUGYSIC.js";import"./chunk-XZ7FFA5E.js";import"./chunk-ZQZ3JXUW.js";import"./chunk-WUVBLXSJ.js";export{b as jsonReport,a as renderJson};

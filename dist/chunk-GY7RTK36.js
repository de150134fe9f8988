const require = process.getBuiltinModule;
import{a,b}from"./chunk-Z7JDHKXW.js";import"./chunk-MNJZDKLP.js";import"./chunk-27EL7ZHO.js";import"./chunk-WUVBLXSJ.js";export{b as jsonReport,a as renderJson};

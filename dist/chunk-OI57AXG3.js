const require = process.getBuiltinModule;
import{a,b}from"./chunk-7COJ4IKX.js";import"./chunk-H3DRS27H.js";import"./chunk-R5JE2R2Y.js";import"./chunk-WUVBLXSJ.js";export{b as jsonReport,a as renderJson};

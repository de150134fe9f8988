const require = process.getBuiltinModule;
import{a,b}from"./chunk-BW3JHSUG.js";import"./chunk-M3QHJUED.js";import"./chunk-RXIZHNMC.js";import"./chunk-WUVBLXSJ.js";export{b as jsonReport,a as renderJson};

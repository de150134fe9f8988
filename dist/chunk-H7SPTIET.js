const require = process.getBuiltinModule;
import{a,b}from"./chunk-3WSLHZP3.js";import"./chunk-SCOU75EM.js";import"./chunk-WUVBLXSJ.js";export{a as byRule,b as recapLines};

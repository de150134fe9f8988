const require = process.getBuiltinModule;
import{a,b}from"./chunk-TMZ5FBAV.js";import"./chunk-YXB4NVR4.js";import"./chunk-WUVBLXSJ.js";export{a as byRule,b as recapLines};

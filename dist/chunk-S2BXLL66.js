const require = process.getBuiltinModule;
import{a,b}from"./chunk-ZFZNIAF7.js";import"./chunk-S7BOX5BH.js";import"./chunk-WUVBLXSJ.js";export{a as byRule,b as recapLines};

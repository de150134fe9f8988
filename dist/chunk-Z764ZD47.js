const require = process.getBuiltinModule;
import{a,b}from"./chunk-KJ4S644K.js";import"./chunk-RC2PAQEK.js";import"./chunk-WUVBLXSJ.js";export{a as byRule,b as recapLines};

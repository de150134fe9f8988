const require = process.getBuiltinModule;
import{a,b}from"./chunk-4N4HE5QR.js";import"./chunk-U4VCI5ZK.js";import"./chunk-WUVBLXSJ.js";export{a as byRule,b as recapLines};

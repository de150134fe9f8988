const require = process.getBuiltinModule;
import{a,b}from"./chunk-WKBYI422.js";import"./chunk-UDQWI7QT.js";import"./chunk-WUVBLXSJ.js";export{a as byRule,b as recapLines};

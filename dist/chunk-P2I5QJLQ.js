const require = process.getBuiltinModule;
import{a,b}from"./chunk-TXVC3IMI.js";import"./chunk-CQKKC3X5.js";import"./chunk-4WALX6KG.js";import"./chunk-WUVBLXSJ.js";export{b as jsonReport,a as renderJson};

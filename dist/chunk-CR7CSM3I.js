const require = process.getBuiltinModule;
import{a,b}from"./chunk-BUQTQDL5.js";import"./chunk-DGDXINIS.js";import"./chunk-YNCVASW7.js";import"./chunk-WUVBLXSJ.js";export{b as jsonReport,a as renderJson};

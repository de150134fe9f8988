const require = process.getBuiltinModule;
import{a,b}from"./chunk-MRFIX4OT.js";import"./chunk-LXQV5V5N.js";import"./chunk-OTAFAVDH.js";import"./chunk-WUVBLXSJ.js";export{b as groupByFile,a as renderCheckstyle};

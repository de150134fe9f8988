const require = process.getBuiltinModule;
import{a,b}from"./chunk-U6FMCK4U.js";import"./chunk-LXQV5V5N.js";import"./chunk-OTAFAVDH.js";import"./chunk-WUVBLXSJ.js";export{b as jsonReport,a as renderJson};

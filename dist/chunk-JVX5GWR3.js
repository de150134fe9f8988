const require = process.getBuiltinModule;
import{a,b}from"./chunk-KMJK4ISK.js";import"./chunk-JOJWAVGA.js";import"./chunk-ZPNS4RFP.js";import"./chunk-WUVBLXSJ.js";export{b as jsonReport,a as renderJson};

const require = process.getBuiltinModule;
import{a,b}from"./chunk-2QUBYVPK.js";import"./chunk-QDY3K3VG.js";import"./chunk-DRUC3BFW.js";import"./chunk-WUVBLXSJ.js";export{b as jsonReport,a as renderJson};

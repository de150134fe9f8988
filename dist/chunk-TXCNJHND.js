const require = process.getBuiltinModule;
import{a,b}from"./chunk-UR2C4LQU.js";import"./chunk-WQ2TPZ2T.js";import"./chunk-FQEAQWHE.js";import"./chunk-WUVBLXSJ.js";export{b as jsonReport,a as renderJson};

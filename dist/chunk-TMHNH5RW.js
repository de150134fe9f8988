const require = process.getBuiltinModule;
import{a,b}from"./chunk-4LRGXV7D.js";import"./chunk-KSXHIAAD.js";import"./chunk-76EUZHPE.js";import"./chunk-WUVBLXSJ.js";export{b as jsonReport,a as renderJson};

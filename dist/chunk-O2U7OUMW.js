const require = process.getBuiltinModule;
import{j as a}from"./chunk-LCWUWUSK.js";import"./chunk-DB6F7HMI.js";import"./chunk-ULJB2R65.js";import"./chunk-EDF523L2.js";import"./chunk-NQCATN7S.js";import"./chunk-WUVBLXSJ.js";export{a as start};

const require = process.getBuiltinModule;
import{j as a}from"./chunk-QBGKPZES.js";import"./chunk-XKTQ4TEL.js";import"./chunk-JM7ITR5J.js";import"./chunk-CCOV73JC.js";import"./chunk-4X2JBZJJ.js";import"./chunk-WUVBLXSJ.js";export{a as start};

const require = process.getBuiltinModule;
import{j as a}from"./chunk-AH4QDLZ6.js";import"./chunk-TT32BRIS.js";import"./chunk-MENYERVW.js";import"./chunk-QYAP4MSZ.js";import"./chunk-GMG46VBG.js";import"./chunk-WUVBLXSJ.js";export{a as start};

const require = process.getBuiltinModule;
import{a,b}from"./chunk-XYAWVCVY.js";import"./chunk-QYAP4MSZ.js";import"./chunk-GMG46VBG.js";import"./chunk-WUVBLXSJ.js";export{b as jsonReport,a as renderJson};

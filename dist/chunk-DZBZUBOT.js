const require = process.getBuiltinModule;
import{j as a}from"./chunk-64YF2RNS.js";import"./chunk-QRKWSLMV.js";import"./chunk-UXUMANVC.js";import"./chunk-7JOLBCR7.js";import"./chunk-IG2ST2H6.js";import"./chunk-WUVBLXSJ.js";export{a as start};

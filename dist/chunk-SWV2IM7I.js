const require = process.getBuiltinModule;
import{j as a}from"./chunk-VL2P32H2.js";import"./chunk-EJWA2Z6S.js";import"./chunk-DWW4E4L3.js";import"./chunk-MKMLCLRY.js";import"./chunk-LROHHIAN.js";import"./chunk-WUVBLXSJ.js";export{a as start};

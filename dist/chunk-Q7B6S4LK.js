const require = process.getBuiltinModule;
import{j as a}from"./chunk-PSUWNYT3.js";import"./chunk-YKTNKUFC.js";import"./chunk-VBJSTBRM.js";import"./chunk-KGIVKL7Q.js";import"./chunk-4TPJAFQS.js";import"./chunk-WUVBLXSJ.js";export{a as start};

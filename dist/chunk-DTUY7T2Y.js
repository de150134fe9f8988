const require = process.getBuiltinModule;
import{j as a}from"./chunk-B7K7Z4SK.js";import"./chunk-HI3ZLYUS.js";import"./chunk-MFABRUJF.js";import"./chunk-QHVF5OQU.js";import"./chunk-2O4GC22X.js";import"./chunk-WUVBLXSJ.js";export{a as start};

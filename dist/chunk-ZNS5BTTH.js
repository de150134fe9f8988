const require = process.getBuiltinModule;
import{j as a}from"./chunk-6M527MZZ.js";import"./chunk-LL4X4KGZ.js";import"./chunk-2CKV4OZ3.js";import"./chunk-TJUC2QM6.js";import"./chunk-CUEPVJV2.js";import"./chunk-WUVBLXSJ.js";export{a as start};

const require = process.getBuiltinModule;
import{j as a}from"./chunk-ZK5J27GD.js";import"./chunk-TSCDLXNV.js";import"./chunk-D237DCKF.js";import"./chunk-M5PHVLCA.js";import"./chunk-UIOIFXMA.js";import"./chunk-WUVBLXSJ.js";export{a as start};

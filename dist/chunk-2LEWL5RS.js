const require = process.getBuiltinModule;
import{j as a}from"./chunk-Q4ZQTGN4.js";import"./chunk-5HAM3JTE.js";import"./chunk-XVORQETL.js";import"./chunk-DSHTEWWO.js";import"./chunk-3FIOWWWP.js";import"./chunk-WUVBLXSJ.js";export{a as start};

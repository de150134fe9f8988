const require = process.getBuiltinModule;
import{j as a}from"./chunk-HR5GVANA.js";import"./chunk-IEEG5625.js";import"./chunk-A2ZIYIPY.js";import"./chunk-LOP3MMKB.js";import"./chunk-O2E7PZHG.js";import"./chunk-WUVBLXSJ.js";export{a as start};

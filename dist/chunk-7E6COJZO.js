const require = process.getBuiltinModule;
import{j as a}from"./chunk-3JYAQ4Z7.js";import"./chunk-MQWSXWAV.js";import"./chunk-XZTZEOGU.js";import"./chunk-7Q3EPQFI.js";import"./chunk-KDGEAGJN.js";import"./chunk-WUVBLXSJ.js";export{a as start};

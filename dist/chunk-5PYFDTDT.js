const require = process.getBuiltinModule;
import{j as a}from"./chunk-AFVM4CVC.js";import"./chunk-Y5G5J3NC.js";import"./chunk-VQX5BCJ7.js";import"./chunk-3HSTGULT.js";import"./chunk-LPN5NO77.js";import"./chunk-WUVBLXSJ.js";export{a as start};

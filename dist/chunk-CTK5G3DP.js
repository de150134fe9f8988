const require = process.getBuiltinModule;
import{i as a}from"./chunk-EKERXFEY.js";import"./chunk-TJUVRGSG.js";import"./chunk-23ZPAFQO.js";import"./chunk-6CCTJ5RJ.js";import"./chunk-552I3EU5.js";import"./chunk-WUVBLXSJ.js";export{a as start};

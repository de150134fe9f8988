const require = process.getBuiltinModule;
import{j as a}from"./chunk-5LTSI3RF.js";import"./chunk-7QVWWXAC.js";import"./chunk-R52SPOHS.js";import"./chunk-54TOBS2E.js";import"./chunk-VGM7AHF5.js";import"./chunk-WUVBLXSJ.js";export{a as start};

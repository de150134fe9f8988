const require = process.getBuiltinModule;
import{j as a}from"./chunk-MFY3BJT7.js";import"./chunk-6LRH7Q5V.js";import"./chunk-QVQOYEPV.js";import"./chunk-L6ZCI7B6.js";import"./chunk-CHKONASK.js";import"./chunk-WUVBLXSJ.js";export{a as start};

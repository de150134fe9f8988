const require = process.getBuiltinModule;
import{j as a}from"./chunk-CXUASIPD.js";import"./chunk-HCZAWLUJ.js";import"./chunk-O7RE5ESK.js";import"./chunk-XL3Q3KUE.js";import"./chunk-QRRUFGVO.js";import"./chunk-WUVBLXSJ.js";export{a as start};

const require = process.getBuiltinModule;
import{j as a}from"./chunk-5V6SR2CI.js";import"./chunk-4CWNJ4XG.js";import"./chunk-VWVOUCKM.js";import"./chunk-CDX2VWPK.js";import"./chunk-ZHEE2VBE.js";import"./chunk-WUVBLXSJ.js";export{a as start};

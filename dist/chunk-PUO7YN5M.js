const require = process.getBuiltinModule;
import{j as a}from"./chunk-VJP5FBOU.js";import"./chunk-OACLWRQM.js";import"./chunk-LPXDVVR6.js";import"./chunk-GF2I5FJ6.js";import"./chunk-JJAVKBSV.js";import"./chunk-WUVBLXSJ.js";export{a as start};

const require = process.getBuiltinModule;
import{j as a}from"./chunk-W5GK6RJE.js";import"./chunk-7KTDW7SO.js";import"./chunk-QMJRHCCX.js";import"./chunk-HUMIQFCR.js";import"./chunk-DNAYPQAB.js";import"./chunk-WUVBLXSJ.js";export{a as start};

const require = process.getBuiltinModule;
import{j as a}from"./chunk-7WPEVRXR.js";import"./chunk-CAVKGG7X.js";import"./chunk-STAMMK3N.js";import"./chunk-EPKYWJDU.js";import"./chunk-NJRG4RF3.js";import"./chunk-WUVBLXSJ.js";export{a as start};

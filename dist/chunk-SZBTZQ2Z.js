const require = process.getBuiltinModule;
import{j as a}from"./chunk-PNCUQKZD.js";import"./chunk-KUHETQQP.js";import"./chunk-CAP7XRPN.js";import"./chunk-I3Y5PWY4.js";import"./chunk-GSFDMMUS.js";import"./chunk-WUVBLXSJ.js";export{a as start};

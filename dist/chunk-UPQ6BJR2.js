const require = process.getBuiltinModule;
import{j as a}from"./chunk-X4VOHQVL.js";import"./chunk-JA6TXFUZ.js";import"./chunk-HXPQAIGX.js";import"./chunk-HJ5EIOMN.js";import"./chunk-ZKCZKRSN.js";import"./chunk-WUVBLXSJ.js";export{a as start};

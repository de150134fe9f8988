const require = process.getBuiltinModule;
import{j as a}from"./chunk-XMQR3VHF.js";import"./chunk-PR7FL6EC.js";import"./chunk-DC7CHJG7.js";import"./chunk-MAPEDTHV.js";import"./chunk-ML5UGFN4.js";import"./chunk-WUVBLXSJ.js";export{a as start};

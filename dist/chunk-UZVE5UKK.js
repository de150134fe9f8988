const require = process.getBuiltinModule;
import{j as a}from"./chunk-W3JPHM6S.js";import"./chunk-L2RNOUF6.js";import"./chunk-45RWJSFI.js";import"./chunk-I52XJ2DV.js";import"./chunk-YC7ZAX2C.js";import"./chunk-WUVBLXSJ.js";export{a as start};

const require = process.getBuiltinModule;
import{j as a}from"./chunk-GN6QE2G7.js";import"./chunk-KP3VVPBY.js";import"./chunk-AQIVFLP6.js";import"./chunk-RMJ7ZGF5.js";import"./chunk-BZNVBU3K.js";import"./chunk-WUVBLXSJ.js";export{a as start};

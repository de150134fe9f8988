const require = process.getBuiltinModule;
import{j as a}from"./chunk-D7GOPSX7.js";import"./chunk-LANPIM4Z.js";import"./chunk-V4LIPBQ4.js";import"./chunk-DJDTC7MI.js";import"./chunk-2XFYPOMN.js";import"./chunk-WUVBLXSJ.js";export{a as start};

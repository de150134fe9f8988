const require = process.getBuiltinModule;
import{j as a}from"./chunk-2ZQZHKMU.js";import"./chunk-SQWYFQB6.js";import"./chunk-JDI4P5EV.js";import"./chunk-RH3WVLWS.js";import"./chunk-LGWND3BN.js";import"./chunk-WUVBLXSJ.js";export{a as start};

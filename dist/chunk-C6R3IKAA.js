const require = process.getBuiltinModule;
import{a,b,c}from"./chunk-4GSV4GOJ.js";import"./chunk-6W4FKEMB.js";import"./chunk-EIE5YI2H.js";import"./chunk-RHKH33NH.js";import"./chunk-ZXNIVTJI.js";import"./chunk-HGKJ5TDL.js";import"./chunk-7DXJKVJ2.js";import"./chunk-WUVBLXSJ.js";export{c as renderFrames,a as renderText,b as whereText};

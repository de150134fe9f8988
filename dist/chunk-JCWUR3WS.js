const require = process.getBuiltinModule;
import{a,b,c}from"./chunk-JFZTRTNX.js";import"./chunk-H5ZHCXHW.js";import"./chunk-EIE5YI2H.js";import"./chunk-RHKH33NH.js";import"./chunk-Y7WYTLJS.js";import"./chunk-LZ4MYVEN.js";import"./chunk-QYAP4MSZ.js";import"./chunk-GMG46VBG.js";import"./chunk-WUVBLXSJ.js";export{c as renderFrames,a as renderText,b as whereText};

const require = process.getBuiltinModule;
import{a,b,c}from"./chunk-AV3WLZ5O.js";import"./chunk-WJDOYDH2.js";import"./chunk-EIE5YI2H.js";import"./chunk-RHKH33NH.js";import"./chunk-7A74HYOC.js";import"./chunk-MIRMVW5D.js";import"./chunk-6EOS3VOP.js";import"./chunk-WUVBLXSJ.js";export{c as renderFrames,a as renderText,b as whereText};

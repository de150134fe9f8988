const require = process.getBuiltinModule;
import{a,b,c}from"./chunk-MOLMRX6X.js";import"./chunk-HO2A6XCM.js";import"./chunk-EIE5YI2H.js";import"./chunk-RHKH33NH.js";import"./chunk-4RBDZCZ4.js";import"./chunk-DJD25C4D.js";import"./chunk-HVQQF3VY.js";import"./chunk-WUVBLXSJ.js";export{c as renderFrames,a as renderText,b as whereText};

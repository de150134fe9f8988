const require = process.getBuiltinModule;
import{a,b,c}from"./chunk-4PAZWFG5.js";import"./chunk-UQSO3LGS.js";import"./chunk-EIE5YI2H.js";import"./chunk-RHKH33NH.js";import"./chunk-QDOF55SB.js";import"./chunk-TJUC2QM6.js";import"./chunk-CUEPVJV2.js";import"./chunk-WUVBLXSJ.js";export{c as renderFrames,a as renderText,b as whereText};

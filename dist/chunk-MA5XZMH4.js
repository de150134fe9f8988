const require = process.getBuiltinModule;
import{a,b,c}from"./chunk-LCSGW55E.js";import"./chunk-WIQJGVYJ.js";import"./chunk-EIE5YI2H.js";import"./chunk-RHKH33NH.js";import"./chunk-CZQTQKD2.js";import"./chunk-5J7ZDJPA.js";import"./chunk-HVSQUTTQ.js";import"./chunk-WUVBLXSJ.js";export{c as renderFrames,a as renderText,b as whereText};

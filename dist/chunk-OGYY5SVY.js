const require = process.getBuiltinModule;
import{a,b,c}from"./chunk-IHS4CA4W.js";import"./chunk-DXF25O7D.js";import"./chunk-EIE5YI2H.js";import"./chunk-RHKH33NH.js";import"./chunk-D4UHHROX.js";import"./chunk-DY2SX6Z4.js";import"./chunk-O6SE5BLB.js";import"./chunk-WUVBLXSJ.js";export{c as renderFrames,a as renderText,b as whereText};

const require = process.getBuiltinModule;
import{a,b,c}from"./chunk-RUT5XUMC.js";import"./chunk-Q67LMN43.js";import"./chunk-EIE5YI2H.js";import"./chunk-RHKH33NH.js";import"./chunk-VDKOO672.js";import"./chunk-EPKYWJDU.js";import"./chunk-NJRG4RF3.js";import"./chunk-WUVBLXSJ.js";export{c as renderFrames,a as renderText,b as whereText};

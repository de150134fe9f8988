const require = process.getBuiltinModule;
import{a,b,c}from"./chunk-LL5OB235.js";import"./chunk-NQ6YC3RD.js";import"./chunk-EIE5YI2H.js";import"./chunk-RHKH33NH.js";import"./chunk-NSEIZ6ZP.js";import"./chunk-UON3TYXD.js";import"./chunk-RDOYTTWH.js";import"./chunk-WUVBLXSJ.js";export{c as renderFrames,a as renderText,b as whereText};

const require = process.getBuiltinModule;
import{a,b,c}from"./chunk-EPWNTQBW.js";import"./chunk-OHCNM3WS.js";import"./chunk-EIE5YI2H.js";import"./chunk-RHKH33NH.js";import"./chunk-HXSRDUHT.js";import"./chunk-E3NNARTU.js";import"./chunk-FQONFUMK.js";import"./chunk-ZKLYQWGT.js";import"./chunk-WUVBLXSJ.js";export{c as renderFrames,a as renderText,b as whereText};

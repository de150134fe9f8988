const require = process.getBuiltinModule;
import{a,b,c}from"./chunk-5UMG62WB.js";import"./chunk-MAZVQBDW.js";import"./chunk-EIE5YI2H.js";import"./chunk-RHKH33NH.js";import"./chunk-EQ5QW2IF.js";import"./chunk-KSXHIAAD.js";import"./chunk-76EUZHPE.js";import"./chunk-WUVBLXSJ.js";export{c as renderFrames,a as renderText,b as whereText};

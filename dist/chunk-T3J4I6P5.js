const require = process.getBuiltinModule;
import{a,b,c}from"./chunk-SB5R6QYA.js";import"./chunk-HLFF52RT.js";import"./chunk-EIE5YI2H.js";import"./chunk-RHKH33NH.js";import"./chunk-VTKF7QHR.js";import"./chunk-IBROVJ3X.js";import"./chunk-DZYSSZJZ.js";import"./chunk-WUVBLXSJ.js";export{c as renderFrames,a as renderText,b as whereText};

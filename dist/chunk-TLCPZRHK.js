const require = process.getBuiltinModule;
import{j as a}from"./chunk-2GUCAIQN.js";import"./chunk-DJM6I6KH.js";import"./chunk-OJTU5HU2.js";import"./chunk-DKN7KMJ4.js";import"./chunk-27LE5T6P.js";import"./chunk-WUVBLXSJ.js";export{a as start};

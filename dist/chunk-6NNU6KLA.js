const require = process.getBuiltinModule;
import{j as a}from"./chunk-YBQZC5UX.js";import"./chunk-5RIR4IP6.js";import"./chunk-M5IPU4YO.js";import"./chunk-VQ6YR3SK.js";import"./chunk-SXRX4WJJ.js";import"./chunk-WUVBLXSJ.js";export{a as start};

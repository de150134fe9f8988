const require = process.getBuiltinModule;
import{j as a}from"./chunk-QMEUH3Q7.js";import"./chunk-VXC5CY45.js";import"./chunk-2J6XJQ4P.js";import"./chunk-U2VZTBGF.js";import"./chunk-DPU7FHJQ.js";import"./chunk-WUVBLXSJ.js";export{a as start};

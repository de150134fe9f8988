const require = process.getBuiltinModule;
import{j as a}from"./chunk-JT5BRORA.js";import"./chunk-JG5YKP6Y.js";import"./chunk-7BNO2PDE.js";import"./chunk-DY2SX6Z4.js";import"./chunk-O6SE5BLB.js";import"./chunk-WUVBLXSJ.js";export{a as start};

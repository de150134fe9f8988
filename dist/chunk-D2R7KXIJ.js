const require = process.getBuiltinModule;
import{j as a}from"./chunk-WUGA5JLL.js";import"./chunk-MGLXKPSQ.js";import"./chunk-6REGORDT.js";import"./chunk-M3QHJUED.js";import"./chunk-RXIZHNMC.js";import"./chunk-WUVBLXSJ.js";export{a as start};

const require = process.getBuiltinModule;
import{j as a}from"./chunk-KFQLANZP.js";import"./chunk-QX7H2EQF.js";import"./chunk-TWVET5EW.js";import"./chunk-TSTG3AIQ.js";import"./chunk-WO2XJFLX.js";import"./chunk-WUVBLXSJ.js";export{a as start};

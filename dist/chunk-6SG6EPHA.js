const require = process.getBuiltinModule;
import{j as a}from"./chunk-BOWU3FTP.js";import"./chunk-TAYQ76BJ.js";import"./chunk-7QMMVRS5.js";import"./chunk-Y66BLODR.js";import"./chunk-H3PD2WW6.js";import"./chunk-WUVBLXSJ.js";export{a as start};

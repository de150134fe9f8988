const require = process.getBuiltinModule;
import{j as a}from"./chunk-OPJAUUNM.js";import"./chunk-G47MLGGQ.js";import"./chunk-ZQGROCSX.js";import"./chunk-BBQVU3AM.js";import"./chunk-KEZHJXP5.js";import"./chunk-WUVBLXSJ.js";export{a as start};

const require = process.getBuiltinModule;
import{j as a}from"./chunk-4ZFNISGJ.js";import"./chunk-BX2SN7PD.js";import"./chunk-IJSBF4YO.js";import"./chunk-BFAVY2FY.js";import"./chunk-ODLQOXJI.js";import"./chunk-WUVBLXSJ.js";export{a as start};

const require = process.getBuiltinModule;
import{j as a}from"./chunk-LL3B3IYG.js";import"./chunk-X6A6VEPW.js";import"./chunk-OFHKPXFS.js";import"./chunk-3ADLSXME.js";import"./chunk-KEM4TA4B.js";import"./chunk-WUVBLXSJ.js";export{a as start};

const require = process.getBuiltinModule;
import{j as a}from"./chunk-SX6TGMGH.js";import"./chunk-HXLF5CYC.js";import"./chunk-2E437QSG.js";import"./chunk-5GMXXZ4V.js";import"./chunk-CN7KPA5Q.js";import"./chunk-WUVBLXSJ.js";export{a as start};

const require = process.getBuiltinModule;
import{j as a}from"./chunk-BCFLFTLB.js";import"./chunk-3TSQRBSC.js";import"./chunk-FS23NU64.js";import"./chunk-6LL6RE5G.js";import"./chunk-JKSU6ESZ.js";import"./chunk-WUVBLXSJ.js";export{a as start};

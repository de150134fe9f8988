const require = process.getBuiltinModule;
import{j as a}from"./chunk-NSXEH32X.js";import"./chunk-IWGO5EBN.js";import"./chunk-IVS3LV2H.js";import"./chunk-X723TAIK.js";import"./chunk-6VWMHDQJ.js";import"./chunk-WUVBLXSJ.js";export{a as start};

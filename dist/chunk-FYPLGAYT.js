const require = process.getBuiltinModule;
import{j as a}from"./chunk-2YZGZDA3.js";import"./chunk-HHFTIGJ5.js";import"./chunk-LYTTJDVD.js";import"./chunk-HA6TBQS4.js";import"./chunk-25NFYUVV.js";import"./chunk-WUVBLXSJ.js";export{a as start};

const require = process.getBuiltinModule;
import{j as a}from"./chunk-MXNSYZTD.js";import"./chunk-ICRGZ2BK.js";import"./chunk-PXYII5Y7.js";import"./chunk-KAPXFLHV.js";import"./chunk-DZSUOY3J.js";import"./chunk-WUVBLXSJ.js";export{a as start};

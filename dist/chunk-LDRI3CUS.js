const require = process.getBuiltinModule;
import{j as a}from"./chunk-3X5FR2ZZ.js";import"./chunk-EXPD74KV.js";import"./chunk-FQUVU5UE.js";import"./chunk-P7YBBSKD.js";import"./chunk-LQNV7TR4.js";import"./chunk-WUVBLXSJ.js";export{a as start};

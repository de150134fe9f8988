const require = process.getBuiltinModule;
import{j as a}from"./chunk-5PKZXQXI.js";import"./chunk-MGWUX2TX.js";import"./chunk-6E5L4DLI.js";import"./chunk-REX56DKL.js";import"./chunk-RDNF63KB.js";import"./chunk-WUVBLXSJ.js";export{a as start};

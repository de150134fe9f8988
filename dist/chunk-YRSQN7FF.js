const require = process.getBuiltinModule;
import{j as a}from"./chunk-O7VFMVF2.js";import"./chunk-FKB3O33I.js";import"./chunk-ZMVY4WJX.js";import"./chunk-VKUNBJEY.js";import"./chunk-O5LUFGJV.js";import"./chunk-WUVBLXSJ.js";export{a as start};

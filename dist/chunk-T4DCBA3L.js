const require = process.getBuiltinModule;
import{j as a}from"./chunk-YXRHIBUB.js";import"./chunk-KVZDSAV3.js";import"./chunk-NSLRZ4EE.js";import"./chunk-BVRUFKNO.js";import"./chunk-FQA2XN7B.js";import"./chunk-WUVBLXSJ.js";export{a as start};

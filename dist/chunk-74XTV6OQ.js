const require = process.getBuiltinModule;
import{j as a}from"./chunk-5PSCD6YH.js";import"./chunk-QMD6HYGO.js";import"./chunk-6KPBCYVK.js";import"./chunk-HBTCC4YB.js";import"./chunk-SENDOYZL.js";import"./chunk-WUVBLXSJ.js";export{a as start};

const require = process.getBuiltinModule;
import{j as a}from"./chunk-2CFKEV4K.js";import"./chunk-5J5AX6GL.js";import"./chunk-CMRWBCKV.js";import"./chunk-PRFIZXCX.js";import"./chunk-RYI4KKRJ.js";import"./chunk-WUVBLXSJ.js";export{a as start};

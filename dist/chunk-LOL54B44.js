const require = process.getBuiltinModule;
import{j as a}from"./chunk-5EM5UA42.js";import"./chunk-BMRSBA2M.js";import"./chunk-GA3DPH3B.js";import"./chunk-AS354PLK.js";import"./chunk-JZWMHXKH.js";import"./chunk-WUVBLXSJ.js";export{a as start};

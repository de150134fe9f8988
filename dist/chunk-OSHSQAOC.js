const require = process.getBuiltinModule;
import{j as a}from"./chunk-74HXERPE.js";import"./chunk-3GLBCP7U.js";import"./chunk-CQIRXN4H.js";import"./chunk-MA3M27VM.js";import"./chunk-VGIV775M.js";import"./chunk-WUVBLXSJ.js";export{a as start};

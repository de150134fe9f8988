const require = process.getBuiltinModule;
import{j as a}from"./chunk-EWY55SGW.js";import"./chunk-T4WEIPSK.js";import"./chunk-DN3TWQGG.js";import"./chunk-EH3J2JXS.js";import"./chunk-E6CNO5SI.js";import"./chunk-WUVBLXSJ.js";export{a as start};

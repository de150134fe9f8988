const require = process.getBuiltinModule;
import{j as a}from"./chunk-X3RF3MWU.js";import"./chunk-TGRL6TRY.js";import"./chunk-YKNFUPZN.js";import"./chunk-QWS53DJB.js";import"./chunk-S7BOX5BH.js";import"./chunk-WUVBLXSJ.js";export{a as start};

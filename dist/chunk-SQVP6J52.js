const require = process.getBuiltinModule;
import{j as a}from"./chunk-F2QSK7HF.js";import"./chunk-TBYSH5FV.js";import"./chunk-XG6XTUKP.js";import"./chunk-IDTEPSJ2.js";import"./chunk-TBIFHIZX.js";import"./chunk-WUVBLXSJ.js";export{a as start};

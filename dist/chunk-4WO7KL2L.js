const require = process.getBuiltinModule;
import{j as a}from"./chunk-CJQRGYYJ.js";import"./chunk-BBISRAJF.js";import"./chunk-W44QRCRK.js";import"./chunk-MNJZDKLP.js";import"./chunk-27EL7ZHO.js";import"./chunk-WUVBLXSJ.js";export{a as start};

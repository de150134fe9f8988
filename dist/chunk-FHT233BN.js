const require = process.getBuiltinModule;
import{j as a}from"./chunk-D6RUT7SL.js";import"./chunk-FSFLMK7X.js";import"./chunk-LAORLKX6.js";import"./chunk-HGKJ5TDL.js";import"./chunk-7DXJKVJ2.js";import"./chunk-WUVBLXSJ.js";export{a as start};

const require = process.getBuiltinModule;
import{j as a}from"./chunk-D3EYVPDL.js";import"./chunk-4N5ICMU3.js";import"./chunk-X7KTYLFQ.js";import"./chunk-YR2YLHI7.js";import"./chunk-3QQMH32W.js";import"./chunk-WUVBLXSJ.js";export{a as start};

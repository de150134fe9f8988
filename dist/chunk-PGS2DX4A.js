const require = process.getBuiltinModule;
import{j as a}from"./chunk-6IKP25CH.js";import"./chunk-KF4RRPHU.js";import"./chunk-JI5Y6EXL.js";import"./chunk-A36TGG4I.js";import"./chunk-X57UHNCH.js";import"./chunk-WUVBLXSJ.js";export{a as start};

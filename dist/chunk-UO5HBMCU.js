const require = process.getBuiltinModule;
import{j as a}from"./chunk-HHVMAWRJ.js";import"./chunk-QYVI6HZ6.js";import"./chunk-BRMBTBAD.js";import"./chunk-LXQV5V5N.js";import"./chunk-OTAFAVDH.js";import"./chunk-WUVBLXSJ.js";export{a as start};

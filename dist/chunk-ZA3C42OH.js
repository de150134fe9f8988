const require = process.getBuiltinModule;
import{j as a}from"./chunk-VFZRBC52.js";import"./chunk-WYEEOP7Q.js";import"./chunk-WLVBIDDG.js";import"./chunk-IBSHNSNF.js";import"./chunk-SN5ZM2ES.js";import"./chunk-WUVBLXSJ.js";export{a as start};

const require = process.getBuiltinModule;
import{j as a}from"./chunk-PEGAPLUC.js";import"./chunk-QEH6ACMN.js";import"./chunk-BRVDD2CA.js";import"./chunk-TKZO5GCF.js";import"./chunk-72QCVAIO.js";import"./chunk-WUVBLXSJ.js";export{a as start};

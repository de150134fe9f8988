const require = process.getBuiltinModule;
import{j as a}from"./chunk-DOOBCAMO.js";import"./chunk-EYKD76OH.js";import"./chunk-ZTRTB5QL.js";import"./chunk-VM5CYPNV.js";import"./chunk-U4VCI5ZK.js";import"./chunk-WUVBLXSJ.js";export{a as start};

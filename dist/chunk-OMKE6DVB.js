const require = process.getBuiltinModule;
import{j as a}from"./chunk-MGGSANHN.js";import"./chunk-56GFOERX.js";import"./chunk-KNITLKST.js";import"./chunk-NKZAVVGZ.js";import"./chunk-XUWKHSRR.js";import"./chunk-WUVBLXSJ.js";export{a as start};

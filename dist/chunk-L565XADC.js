const require = process.getBuiltinModule;
import{j as a}from"./chunk-X3JDJNIK.js";import"./chunk-AXGCQVNC.js";import"./chunk-4UA5YFBV.js";import"./chunk-UON3TYXD.js";import"./chunk-RDOYTTWH.js";import"./chunk-WUVBLXSJ.js";export{a as start};

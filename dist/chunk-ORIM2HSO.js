const require = process.getBuiltinModule;
import{a,b}from"./chunk-W7IMGXNM.js";import"./chunk-UON3TYXD.js";import"./chunk-RDOYTTWH.js";import"./chunk-WUVBLXSJ.js";export{b as groupByFile,a as renderCheckstyle};

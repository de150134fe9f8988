const require = process.getBuiltinModule;
import{a,b}from"./chunk-AYCH3NDS.js";import"./chunk-UON3TYXD.js";import"./chunk-RDOYTTWH.js";import"./chunk-WUVBLXSJ.js";export{b as jsonReport,a as renderJson};

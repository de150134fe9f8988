const require = process.getBuiltinModule;
import{a,b}from"./chunk-FKNNX5ZH.js";import"./chunk-56B3HFNG.js";import"./chunk-5NIIMMJ6.js";import"./chunk-WUVBLXSJ.js";export{b as jsonReport,a as renderJson};

const require = process.getBuiltinModule;
import{j as a}from"./chunk-HZRZIM74.js";import"./chunk-3ZHAQB4Y.js";import"./chunk-2Q35V4GC.js";import"./chunk-5QYR6YVH.js";import"./chunk-2PYZNTBA.js";import"./chunk-WUVBLXSJ.js";export{a as start};

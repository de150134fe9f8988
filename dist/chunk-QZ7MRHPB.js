const require = process.getBuiltinModule;
import{j as a}from"./chunk-564BB7BM.js";import"./chunk-6IP2HQUD.js";import"./chunk-AG6XSN3P.js";import"./chunk-MIRMVW5D.js";import"./chunk-6EOS3VOP.js";import"./chunk-WUVBLXSJ.js";export{a as start};

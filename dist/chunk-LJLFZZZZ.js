const require = process.getBuiltinModule;
import{j as a}from"./chunk-R4742LH4.js";import"./chunk-KJS6A67X.js";import"./chunk-RJF2PFMF.js";import"./chunk-CARCMBRU.js";import"./chunk-SMIQVVOK.js";import"./chunk-WUVBLXSJ.js";export{a as start};

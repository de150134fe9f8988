const require = process.getBuiltinModule;
import{i as a}from"./chunk-ZROZBUM5.js";import"./chunk-KRRFIPVZ.js";import"./chunk-4UCIFTMN.js";import"./chunk-5RYQEMUC.js";import"./chunk-NQ2BNFL2.js";import"./chunk-WUVBLXSJ.js";export{a as start};

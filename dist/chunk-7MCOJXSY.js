const require = process.getBuiltinModule;
import{j as a}from"./chunk-DTGQXH2S.js";import"./chunk-QA33RHUD.js";import"./chunk-6MZ5TYPW.js";import"./chunk-AOOAR3VE.js";import"./chunk-MRW75ZJA.js";import"./chunk-WUVBLXSJ.js";export{a as start};

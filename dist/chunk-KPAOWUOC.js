const require = process.getBuiltinModule;
import{j as a}from"./chunk-MKV7FKL7.js";import"./chunk-QNHI5C75.js";import"./chunk-3OGDIFEB.js";import"./chunk-JOJWAVGA.js";import"./chunk-ZPNS4RFP.js";import"./chunk-WUVBLXSJ.js";export{a as start};

const require = process.getBuiltinModule;
import{j as a}from"./chunk-NTFLEWPC.js";import"./chunk-SH6MJ3GP.js";import"./chunk-7G2ZF3ZR.js";import"./chunk-RIAUKYMA.js";import"./chunk-U7EXEPXB.js";import"./chunk-WUVBLXSJ.js";export{a as start};

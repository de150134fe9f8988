const require = process.getBuiltinModule;
import{j as a}from"./chunk-KSOWDZ7I.js";import"./chunk-MSJ27B4O.js";import"./chunk-CWEEQXDD.js";import"./chunk-O5IBZMTY.js";import"./chunk-VJSB3EGM.js";import"./chunk-WUVBLXSJ.js";export{a as start};

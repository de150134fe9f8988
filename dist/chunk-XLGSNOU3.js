const require = process.getBuiltinModule;
import{a,b}from"./chunk-457WDOMW.js";import"./chunk-O5IBZMTY.js";import"./chunk-VJSB3EGM.js";import"./chunk-WUVBLXSJ.js";export{b as groupByFile,a as renderCheckstyle};

const require = process.getBuiltinModule;
import{a,b}from"./chunk-2ORB6U5E.js";import"./chunk-O5IBZMTY.js";import"./chunk-VJSB3EGM.js";import"./chunk-WUVBLXSJ.js";export{b as jsonReport,a as renderJson};

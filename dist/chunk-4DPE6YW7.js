const require = process.getBuiltinModule;
import{j as a}from"./chunk-ZZBLF7ZN.js";import"./chunk-O4Z2RJAO.js";import"./chunk-IOQJPMF2.js";import"./chunk-6WPHZWYH.js";import"./chunk-65FGMIUR.js";import"./chunk-WUVBLXSJ.js";export{a as start};

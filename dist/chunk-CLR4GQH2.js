const require = process.getBuiltinModule;
import{j as a}from"./chunk-YJJIZZOR.js";import"./chunk-2FMAKHZ2.js";import"./chunk-U5NQSCEY.js";import"./chunk-MPA7KTZT.js";import"./chunk-3W2BXLO3.js";import"./chunk-WUVBLXSJ.js";export{a as start};

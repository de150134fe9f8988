const require = process.getBuiltinModule;
import{j as a}from"./chunk-R5GMG5BB.js";import"./chunk-GEWGOFQV.js";import"./chunk-73DZMEX3.js";import"./chunk-6Z4AJUDE.js";import"./chunk-Q2BBZRAG.js";import"./chunk-WUVBLXSJ.js";export{a as start};

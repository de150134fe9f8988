const require = process.getBuiltinModule;
import{a,b}from"./chunk-BH5YT25Q.js";import"./chunk-54TOBS2E.js";import"./chunk-VGM7AHF5.js";import"./chunk-WUVBLXSJ.js";export{b as groupByFile,a as renderCheckstyle};

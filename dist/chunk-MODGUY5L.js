const require = process.getBuiltinModule;
import{a,b}from"./chunk-RPBZBCTD.js";import"./chunk-DJD25C4D.js";import"./chunk-HVQQF3VY.js";import"./chunk-WUVBLXSJ.js";export{b as groupByFile,a as renderCheckstyle};

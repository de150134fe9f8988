const require = process.getBuiltinModule;
import{a,b}from"./chunk-N7RPWTJX.js";import"./chunk-DY2SX6Z4.js";import"./chunk-O6SE5BLB.js";import"./chunk-WUVBLXSJ.js";export{b as jsonReport,a as renderJson};

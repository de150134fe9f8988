const require = process.getBuiltinModule;
import{a,b}from"./chunk-BXFUBA34.js";import"./chunk-6HW4ZN4G.js";import"./chunk-EO45FAA6.js";import"./chunk-WUVBLXSJ.js";export{b as jsonReport,a as renderJson};

const require = process.getBuiltinModule;
import{a,b}from"./chunk-H52KWZ54.js";import"./chunk-O7QYU4W2.js";import"./chunk-67VZRYHW.js";import"./chunk-WUVBLXSJ.js";export{b as jsonReport,a as renderJson};

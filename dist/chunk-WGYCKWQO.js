const require = process.getBuiltinModule;
import{j as a}from"./chunk-2SGY6UUM.js";import"./chunk-7QOL5HAG.js";import"./chunk-QEDRQ2NR.js";import"./chunk-O7QYU4W2.js";import"./chunk-67VZRYHW.js";import"./chunk-WUVBLXSJ.js";export{a as start};

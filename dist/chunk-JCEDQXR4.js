const require = process.getBuiltinModule;
import{j as a}from"./chunk-N77PMYTL.js";import"./chunk-VWUYD3UN.js";import"./chunk-BSB3XHM5.js";import"./chunk-H3DRS27H.js";import"./chunk-R5JE2R2Y.js";import"./chunk-WUVBLXSJ.js";export{a as start};

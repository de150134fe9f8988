const require = process.getBuiltinModule;
import{j as a}from"./chunk-GHICHFYD.js";import"./chunk-Q5A6X7JO.js";import"./chunk-AON5BJC6.js";import"./chunk-A6DGQIIJ.js";import"./chunk-6A3FQ6BD.js";import"./chunk-WUVBLXSJ.js";export{a as start};

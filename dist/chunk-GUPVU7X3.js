const require = process.getBuiltinModule;
import{j as a}from"./chunk-K4VO42NO.js";import"./chunk-4TNHMHB4.js";import"./chunk-ZYSI6VHO.js";import"./chunk-6HW4ZN4G.js";import"./chunk-EO45FAA6.js";import"./chunk-WUVBLXSJ.js";export{a as start};

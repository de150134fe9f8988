const require = process.getBuiltinModule;
import{j as a}from"./chunk-BMEUFKJ5.js";import"./chunk-4AKCLN6A.js";import"./chunk-DNS2OL5G.js";import"./chunk-2MLZ5BOL.js";import"./chunk-2UN646H6.js";import"./chunk-WUVBLXSJ.js";export{a as start};

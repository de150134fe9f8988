const require = process.getBuiltinModule;
import{j as a}from"./chunk-NAAS2MJD.js";import"./chunk-JZ63ERFB.js";import"./chunk-LN7CBVWI.js";import"./chunk-J3I7WAFP.js";import"./chunk-42T4AVBQ.js";import"./chunk-WUVBLXSJ.js";export{a as start};

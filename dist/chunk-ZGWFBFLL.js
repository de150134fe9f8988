const require = process.getBuiltinModule;
import{j as a}from"./chunk-RJFMX56J.js";import"./chunk-XRAICSNY.js";import"./chunk-VPGXQH6J.js";import"./chunk-XZ7FFA5E.js";import"./chunk-ZQZ3JXUW.js";import"./chunk-WUVBLXSJ.js";export{a as start};

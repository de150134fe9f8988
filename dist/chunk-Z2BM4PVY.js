const require = process.getBuiltinModule;
import{j as a}from"./chunk-4QFF6LHV.js";import"./chunk-62VFZGQJ.js";import"./chunk-4TOI24LT.js";import"./chunk-HQATSEIQ.js";import"./chunk-7MY32XEL.js";import"./chunk-WUVBLXSJ.js";export{a as start};

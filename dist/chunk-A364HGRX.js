const require = process.getBuiltinModule;
import{j as a}from"./chunk-NJMSM6XR.js";import"./chunk-ATXYUHM4.js";import"./chunk-7B32HZO3.js";import"./chunk-BNZ65UGF.js";import"./chunk-4Y5JV5ZH.js";import"./chunk-WUVBLXSJ.js";export{a as start};

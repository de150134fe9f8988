const require = process.getBuiltinModule;
import{j as a}from"./chunk-66GJBQ2I.js";import"./chunk-N27VI7XB.js";import"./chunk-EYAYKWEE.js";import"./chunk-ESNAB3GY.js";import"./chunk-WBW7EETC.js";import"./chunk-WUVBLXSJ.js";export{a as start};

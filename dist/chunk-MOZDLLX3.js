const require = process.getBuiltinModule;
import{j as a}from"./chunk-Q7W4I4SY.js";import"./chunk-JN4S3HZX.js";import"./chunk-BRZN6KQI.js";import"./chunk-L37JAQ57.js";import"./chunk-Z5CNOWC6.js";import"./chunk-WUVBLXSJ.js";export{a as start};

const require = process.getBuiltinModule;
import{j as a}from"./chunk-UIKQGGRX.js";import"./chunk-B2JWR5RX.js";import"./chunk-5CN7E76W.js";import"./chunk-VY45RQS3.js";import"./chunk-AMNBEAMY.js";import"./chunk-WUVBLXSJ.js";export{a as start};

const require = process.getBuiltinModule;
import{j as a}from"./chunk-3BA3FWLW.js";import"./chunk-WWYTLXDW.js";import"./chunk-3CQVZH2K.js";import"./chunk-2G5JK6KI.js";import"./chunk-DBU7EDZV.js";import"./chunk-WUVBLXSJ.js";export{a as start};

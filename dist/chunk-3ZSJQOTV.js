const require = process.getBuiltinModule;
import{j as a}from"./chunk-2NNXMP4N.js";import"./chunk-P6CQFMLS.js";import"./chunk-UC5UWEPM.js";import"./chunk-GZV3GA2Y.js";import"./chunk-O5BUFVNX.js";import"./chunk-WUVBLXSJ.js";export{a as start};

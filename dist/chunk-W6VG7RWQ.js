const require = process.getBuiltinModule;
import{j as a}from"./chunk-G36UWSS3.js";import"./chunk-WGOCHJIF.js";import"./chunk-GNYZYA2B.js";import"./chunk-KBQ5UIGD.js";import"./chunk-F5QZODTB.js";import"./chunk-WUVBLXSJ.js";export{a as start};

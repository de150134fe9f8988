const require = process.getBuiltinModule;
import{a,b}from"./chunk-HDYNRB3R.js";import"./chunk-2G5JK6KI.js";import"./chunk-DBU7EDZV.js";import"./chunk-WUVBLXSJ.js";export{b as jsonReport,a as renderJson};

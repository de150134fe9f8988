const require = process.getBuiltinModule;
import{a,b}from"./chunk-S2YIEBFZ.js";import"./chunk-TID52M5B.js";import"./chunk-M46FSVR5.js";import"./chunk-WUVBLXSJ.js";export{b as jsonReport,a as renderJson};

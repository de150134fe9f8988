const require = process.getBuiltinModule;
import{a,b}from"./chunk-A3MQXAKP.js";import"./chunk-JZUUCQXY.js";import"./chunk-TCP62HDG.js";import"./chunk-WUVBLXSJ.js";export{b as jsonReport,a as renderJson};

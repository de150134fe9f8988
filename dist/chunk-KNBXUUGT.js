const require = process.getBuiltinModule;
import{a,b}from"./chunk-ZVEE7VF7.js";import"./chunk-YKYDMTHU.js";import"./chunk-KMPOQWJA.js";import"./chunk-WUVBLXSJ.js";export{b as jsonReport,a as renderJson};

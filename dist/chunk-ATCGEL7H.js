const require = process.getBuiltinModule;
import{a,b}from"./chunk-7QWIGB56.js";import"./chunk-5GMXXZ4V.js";import"./chunk-CN7KPA5Q.js";import"./chunk-WUVBLXSJ.js";export{b as jsonReport,a as renderJson};

const require = process.getBuiltinModule;
import{a,b}from"./chunk-I7XOMKWX.js";import"./chunk-6CGAP3JD.js";import"./chunk-YXB4NVR4.js";import"./chunk-WUVBLXSJ.js";export{b as jsonReport,a as renderJson};

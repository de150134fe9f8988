const require = process.getBuiltinModule;
import{a,b}from"./chunk-PIUN6BFW.js";import"./chunk-5XUI4RCM.js";import"./chunk-MGFOQF6L.js";import"./chunk-WUVBLXSJ.js";export{b as jsonReport,a as renderJson};

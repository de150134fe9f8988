const require = process.getBuiltinModule;
import{a,b}from"./chunk-6Q7OI4JO.js";import"./chunk-CN7KPA5Q.js";import"./chunk-WUVBLXSJ.js";export{a as byRule,b as recapLines};

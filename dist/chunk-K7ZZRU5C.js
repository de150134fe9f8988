const require = process.getBuiltinModule;
import{a,b}from"./chunk-EON6ESNU.js";import"./chunk-73XR4N7N.js";import"./chunk-43LHVPV3.js";import"./chunk-WUVBLXSJ.js";export{b as jsonReport,a as renderJson};

const require = process.getBuiltinModule;
import{a,b}from"./chunk-ACJEND4Z.js";import"./chunk-BESKTT4R.js";import"./chunk-H4FVLYFB.js";import"./chunk-WUVBLXSJ.js";export{b as jsonReport,a as renderJson};

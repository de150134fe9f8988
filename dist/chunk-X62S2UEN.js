const require = process.getBuiltinModule;
import{a,b}from"./chunk-RC3PDERW.js";import"./chunk-7KEIVKBB.js";import"./chunk-ZY65457R.js";import"./chunk-WUVBLXSJ.js";export{b as jsonReport,a as renderJson};

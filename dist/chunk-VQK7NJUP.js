const require = process.getBuiltinModule;
import{a,b}from"./chunk-KFBIBIOS.js";import"./chunk-YBOISCSR.js";import"./chunk-SCOU75EM.js";import"./chunk-WUVBLXSJ.js";export{b as jsonReport,a as renderJson};

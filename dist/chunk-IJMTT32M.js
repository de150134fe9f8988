const require = process.getBuiltinModule;
import{a,b}from"./chunk-T26DR5II.js";import"./chunk-ZTZGLVKV.js";import"./chunk-H4WXJLST.js";import"./chunk-WUVBLXSJ.js";export{b as jsonReport,a as renderJson};

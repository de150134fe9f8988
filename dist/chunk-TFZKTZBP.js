const require = process.getBuiltinModule;
import{a,b}from"./chunk-KL7HGPAF.js";import"./chunk-J6QGBABT.js";import"./chunk-4UPPAB3G.js";import"./chunk-F3BUAYBF.js";import"./chunk-WUVBLXSJ.js";export{b as jsonReport,a as renderJson};

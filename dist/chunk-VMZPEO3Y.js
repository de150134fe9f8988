const require = process.getBuiltinModule;
import{a,b}from"./chunk-J27YOLKR.js";import"./chunk-JM33L6XS.js";import"./chunk-LGTPM2IO.js";import"./chunk-WUVBLXSJ.js";export{b as jsonReport,a as renderJson};

const require = process.getBuiltinModule;
import{a,b}from"./chunk-KP4IUMKQ.js";import"./chunk-M27UVMM5.js";import"./chunk-HMWPUPSL.js";import"./chunk-WUVBLXSJ.js";export{b as jsonReport,a as renderJson};

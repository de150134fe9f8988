const require = process.getBuiltinModule;
import{a,b}from"./chunk-6J3DGAHP.js";import"./chunk-FLRO3VYA.js";import"./chunk-3YAF3O45.js";import"./chunk-WUVBLXSJ.js";export{b as jsonReport,a as renderJson};

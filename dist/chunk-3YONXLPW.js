const require = process.getBuiltinModule;
import{a,b}from"./chunk-VWK4LMXC.js";import"./chunk-IGJ7HZ7H.js";import"./chunk-3R7KFXDN.js";import"./chunk-WUVBLXSJ.js";export{b as jsonReport,a as renderJson};

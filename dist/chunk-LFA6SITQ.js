const require = process.getBuiltinModule;
import{a,b}from"./chunk-3THWR276.js";import"./chunk-T6DPKUCO.js";import"./chunk-DHCFW6RN.js";import"./chunk-WUVBLXSJ.js";export{b as jsonReport,a as renderJson};

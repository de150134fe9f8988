const require = process.getBuiltinModule;
import{a,b}from"./chunk-Z6N3STI6.js";import"./chunk-A2K55YXF.js";import"./chunk-VKWT246B.js";import"./chunk-WUVBLXSJ.js";export{b as jsonReport,a as renderJson};

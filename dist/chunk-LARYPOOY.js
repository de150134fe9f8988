const require = process.getBuiltinModule;
import{a,b}from"./chunk-7W376DHD.js";import"./chunk-WRGFQZX2.js";import"./chunk-TE3QLYBG.js";import"./chunk-WUVBLXSJ.js";export{b as jsonReport,a as renderJson};

const require = process.getBuiltinModule;
import{a,b}from"./chunk-ZSBLJRYE.js";import"./chunk-5J7ZDJPA.js";import"./chunk-HVSQUTTQ.js";import"./chunk-WUVBLXSJ.js";export{b as jsonReport,a as renderJson};

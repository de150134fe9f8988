const require = process.getBuiltinModule;
import{a,b}from"./chunk-CSNP5ZW6.js";import"./chunk-IBROVJ3X.js";import"./chunk-DZYSSZJZ.js";import"./chunk-WUVBLXSJ.js";export{b as jsonReport,a as renderJson};

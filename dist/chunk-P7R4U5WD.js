const require = process.getBuiltinModule;
import{a,b}from"./chunk-IBKRZMFC.js";import"./chunk-VQ6YR3SK.js";import"./chunk-SXRX4WJJ.js";import"./chunk-WUVBLXSJ.js";export{b as jsonReport,a as renderJson};

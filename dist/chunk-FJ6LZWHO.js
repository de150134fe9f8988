const require = process.getBuiltinModule;
import{a,b}from"./chunk-NVCWHX4B.js";import"./chunk-IBVIG3NJ.js";import"./chunk-UDQWI7QT.js";import"./chunk-WUVBLXSJ.js";export{b as jsonReport,a as renderJson};

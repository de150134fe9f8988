const require = process.getBuiltinModule;
import{a,b}from"./chunk-5MCARW4I.js";import"./chunk-IBSHNSNF.js";import"./chunk-SN5ZM2ES.js";import"./chunk-WUVBLXSJ.js";export{b as jsonReport,a as renderJson};

const require = process.getBuiltinModule;
import{a,b}from"./chunk-EALQYQ5A.js";import"./chunk-IDTEPSJ2.js";import"./chunk-TBIFHIZX.js";import"./chunk-WUVBLXSJ.js";export{b as jsonReport,a as renderJson};

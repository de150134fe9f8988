const require = process.getBuiltinModule;
import{a,b}from"./chunk-EOD7JHPJ.js";import"./chunk-SGTLDIFE.js";import"./chunk-CEVG43UA.js";import"./chunk-WUVBLXSJ.js";export{b as jsonReport,a as renderJson};

const require = process.getBuiltinModule;
import{a,b}from"./chunk-KERZJMNG.js";import"./chunk-3ADLSXME.js";import"./chunk-KEM4TA4B.js";import"./chunk-WUVBLXSJ.js";export{b as jsonReport,a as renderJson};

const require = process.getBuiltinModule;
import{a,b}from"./chunk-GFHLSRA7.js";import"./chunk-IW4MVI5P.js";import"./chunk-7AHGZ2GB.js";import"./chunk-WUVBLXSJ.js";export{b as jsonReport,a as renderJson};

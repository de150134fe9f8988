const require = process.getBuiltinModule;
import{a,b}from"./chunk-FZAEBGAV.js";import"./chunk-3MNHU2S3.js";import"./chunk-MIKEJLTL.js";import"./chunk-WUVBLXSJ.js";export{b as jsonReport,a as renderJson};

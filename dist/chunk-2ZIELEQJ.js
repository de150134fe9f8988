const require = process.getBuiltinModule;
import{j as a}from"./chunk-DH3NK3HR.js";import"./chunk-MJSGG2WZ.js";import"./chunk-FHDQ2RYM.js";import"./chunk-3MNHU2S3.js";import"./chunk-MIKEJLTL.js";import"./chunk-WUVBLXSJ.js";export{a as start};

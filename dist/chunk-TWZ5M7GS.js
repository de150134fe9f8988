const require = process.getBuiltinModule;
import{j as a}from"./chunk-RHNFNU6N.js";import"./chunk-BJATJJI2.js";import"./chunk-XZKSISQ3.js";import"./chunk-N2FHNAE5.js";import"./chunk-AS2UZHOL.js";import"./chunk-WUVBLXSJ.js";export{a as start};

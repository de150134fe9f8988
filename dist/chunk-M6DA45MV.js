const require = process.getBuiltinModule;
import{j as a}from"./chunk-LA37JWZD.js";import"./chunk-HF5JPTUP.js";import"./chunk-UEIPMJSB.js";import"./chunk-6DJSR4NI.js";import"./chunk-HCHQAJWJ.js";import"./chunk-WUVBLXSJ.js";export{a as start};

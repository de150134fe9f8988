const require = process.getBuiltinModule;
import{j as a}from"./chunk-UVXU5FAY.js";import"./chunk-JS2XFRQH.js";import"./chunk-BHD5CQB2.js";import"./chunk-G5B3CNA4.js";import"./chunk-MKTLSVIC.js";import"./chunk-WUVBLXSJ.js";export{a as start};

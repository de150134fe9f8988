const require = process.getBuiltinModule;
import{j as a}from"./chunk-NZ2JSGEX.js";import"./chunk-SC4JPAHH.js";import"./chunk-RZO5A66Z.js";import"./chunk-YKYDMTHU.js";import"./chunk-KMPOQWJA.js";import"./chunk-WUVBLXSJ.js";export{a as start};

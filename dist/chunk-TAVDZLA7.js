const require = process.getBuiltinModule;
import{j as a}from"./chunk-C7X2XKVN.js";import"./chunk-NLKMBVBD.js";import"./chunk-KDJPPNTW.js";import"./chunk-56B3HFNG.js";import"./chunk-5NIIMMJ6.js";import"./chunk-WUVBLXSJ.js";export{a as start};

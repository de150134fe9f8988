const require = process.getBuiltinModule;
import{j as a}from"./chunk-W6O6ZHOP.js";import"./chunk-YHQR4BI6.js";import"./chunk-QYP5N3VV.js";import"./chunk-4UPPAB3G.js";import"./chunk-F3BUAYBF.js";import"./chunk-WUVBLXSJ.js";export{a as start};

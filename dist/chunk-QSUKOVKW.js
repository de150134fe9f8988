const require = process.getBuiltinModule;
import{j as a}from"./chunk-CVV34UZP.js";import"./chunk-HP7PKFOG.js";import"./chunk-KI7IHBLD.js";import"./chunk-HIYZKFRD.js";import"./chunk-DWRGXBIA.js";import"./chunk-WUVBLXSJ.js";export{a as start};

const require = process.getBuiltinModule;
import{j as a}from"./chunk-BA43WZ5R.js";import"./chunk-Q7JP3QSJ.js";import"./chunk-ZWWPOXVP.js";import"./chunk-2OJEXQQ5.js";import"./chunk-KO5T7RNP.js";import"./chunk-WUVBLXSJ.js";export{a as start};

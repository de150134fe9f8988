const require = process.getBuiltinModule;
import{j as a}from"./chunk-RREHESAC.js";import"./chunk-55JTBJH3.js";import"./chunk-JO2AHTQF.js";import"./chunk-6W7HQUA5.js";import"./chunk-72SFI6WN.js";import"./chunk-WUVBLXSJ.js";export{a as start};

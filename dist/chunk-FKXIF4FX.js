const require = process.getBuiltinModule;
import{j as a}from"./chunk-U55F3UXE.js";import"./chunk-5MFG332W.js";import"./chunk-AE4HZDOO.js";import"./chunk-C2A75RLF.js";import"./chunk-UZHE3JX3.js";import"./chunk-WUVBLXSJ.js";export{a as start};

const require = process.getBuiltinModule;
import{j as a}from"./chunk-QI2P5XPP.js";import"./chunk-GN3FOXP2.js";import"./chunk-CLEBC56K.js";import"./chunk-OY56TTPO.js";import"./chunk-E4VZQYHE.js";import"./chunk-WUVBLXSJ.js";export{a as start};

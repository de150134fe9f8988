const require = process.getBuiltinModule;
import{j as a}from"./chunk-5L3DYONO.js";import"./chunk-FAXE4O66.js";import"./chunk-EA65DLCO.js";import"./chunk-ARVWYXFE.js";import"./chunk-6LHQHEQO.js";import"./chunk-WUVBLXSJ.js";export{a as start};

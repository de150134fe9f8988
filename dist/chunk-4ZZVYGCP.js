const require = process.getBuiltinModule;
import{j as a}from"./chunk-TBKN4JEX.js";import"./chunk-AD772DYL.js";import"./chunk-GXPR3TLZ.js";import"./chunk-JM33L6XS.js";import"./chunk-LGTPM2IO.js";import"./chunk-WUVBLXSJ.js";export{a as start};

const require = process.getBuiltinModule;
import{j as a}from"./chunk-FHAHANJO.js";import"./chunk-HV7BFS36.js";import"./chunk-P2XZJGWV.js";import"./chunk-HWOP6NHI.js";import"./chunk-GQB3TISJ.js";import"./chunk-WUVBLXSJ.js";export{a as start};

const require = process.getBuiltinModule;
import{j as a}from"./chunk-GKG62YGB.js";import"./chunk-P3RJY2QO.js";import"./chunk-J5V3N6HZ.js";import"./chunk-4VI54UHX.js";import"./chunk-UQV2MY4O.js";import"./chunk-WUVBLXSJ.js";export{a as start};

const require = process.getBuiltinModule;
import{j as a}from"./chunk-EN3D6KSD.js";import"./chunk-HX6GHZZK.js";import"./chunk-X3DXKEKP.js";import"./chunk-UBQWS7MX.js";import"./chunk-KMCOUKEF.js";import"./chunk-WUVBLXSJ.js";export{a as start};

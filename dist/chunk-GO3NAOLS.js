const require = process.getBuiltinModule;
import{j as a}from"./chunk-3ZWBYQFL.js";import"./chunk-Y3W2IM5L.js";import"./chunk-4HA3TCXY.js";import"./chunk-WRGFQZX2.js";import"./chunk-TE3QLYBG.js";import"./chunk-WUVBLXSJ.js";export{a as start};

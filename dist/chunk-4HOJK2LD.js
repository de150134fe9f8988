const require = process.getBuiltinModule;
import{j as a}from"./chunk-L2RF743O.js";import"./chunk-AKN7ISHC.js";import"./chunk-2HXFS4BN.js";import"./chunk-DJD25C4D.js";import"./chunk-HVQQF3VY.js";import"./chunk-WUVBLXSJ.js";export{a as start};

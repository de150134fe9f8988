const require = process.getBuiltinModule;
import{j as a}from"./chunk-QCCCHMSY.js";import"./chunk-YERMBVH2.js";import"./chunk-VJKDGQPU.js";import"./chunk-BESKTT4R.js";import"./chunk-H4FVLYFB.js";import"./chunk-WUVBLXSJ.js";export{a as start};

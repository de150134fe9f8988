const require = process.getBuiltinModule;
import{j as a}from"./chunk-QFXKUFYX.js";import"./chunk-3VPMWUMI.js";import"./chunk-TPUARQI5.js";import"./chunk-HAQLHDUW.js";import"./chunk-TOQMV3ZD.js";import"./chunk-WUVBLXSJ.js";export{a as start};

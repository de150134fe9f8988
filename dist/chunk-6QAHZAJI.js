const require = process.getBuiltinModule;
import{j as a}from"./chunk-Q4Q5GSVG.js";import"./chunk-7STWNPGE.js";import"./chunk-LSETTFMB.js";import"./chunk-NRZGRCWC.js";import"./chunk-QGFKUK5B.js";import"./chunk-WUVBLXSJ.js";export{a as start};

const require = process.getBuiltinModule;
import{j as a}from"./chunk-ZZPM3RT2.js";import"./chunk-VBSSQY6I.js";import"./chunk-QXUW7DD3.js";import"./chunk-AWCUGU3A.js";import"./chunk-S2PJSMKH.js";import"./chunk-WUVBLXSJ.js";export{a as start};

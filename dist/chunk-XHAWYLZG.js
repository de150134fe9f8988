const require = process.getBuiltinModule;
import{j as a}from"./chunk-WE3B4XFO.js";import"./chunk-OY6IF5BG.js";import"./chunk-FUAAS3WT.js";import"./chunk-QHBR7FDP.js";import"./chunk-IHH7RKAY.js";import"./chunk-WUVBLXSJ.js";export{a as start};

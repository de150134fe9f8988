const require = process.getBuiltinModule;
import{j as a}from"./chunk-GFA56SU5.js";import"./chunk-7HDJSO3E.js";import"./chunk-CPSPPHMF.js";import"./chunk-IHJ2QWYA.js";import"./chunk-SWWUOPRG.js";import"./chunk-WUVBLXSJ.js";export{a as start};

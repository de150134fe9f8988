const require = process.getBuiltinModule;
import{j as a}from"./chunk-2JQRXC4T.js";import"./chunk-BI2WT3S4.js";import"./chunk-2LFYTGYX.js";import"./chunk-IW4MVI5P.js";import"./chunk-7AHGZ2GB.js";import"./chunk-WUVBLXSJ.js";export{a as start};

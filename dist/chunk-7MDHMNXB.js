const require = process.getBuiltinModule;
import{j as a}from"./chunk-3GGYMXDR.js";import"./chunk-RI7ZE54L.js";import"./chunk-O5Z4RLUZ.js";import"./chunk-LACT6JFC.js";import"./chunk-FE6C2CYK.js";import"./chunk-WUVBLXSJ.js";export{a as start};

const require = process.getBuiltinModule;
import{j as a}from"./chunk-VO5VCBIG.js";import"./chunk-WRH7GPMX.js";import"./chunk-UBIVE4UV.js";import"./chunk-FQONFUMK.js";import"./chunk-ZKLYQWGT.js";import"./chunk-WUVBLXSJ.js";export{a as start};

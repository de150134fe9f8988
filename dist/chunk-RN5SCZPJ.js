const require = process.getBuiltinModule;
import{j as a}from"./chunk-ZFIME35I.js";import"./chunk-WWXPN6P3.js";import"./chunk-GDSH6A3F.js";import"./chunk-5HNGDSS3.js";import"./chunk-JGLRVWTG.js";import"./chunk-WUVBLXSJ.js";export{a as start};

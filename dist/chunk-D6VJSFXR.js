const require = process.getBuiltinModule;
import{j as a}from"./chunk-PPS7JODA.js";import"./chunk-HPMMRKVL.js";import"./chunk-PNHB2FUU.js";import"./chunk-IGJ7HZ7H.js";import"./chunk-3R7KFXDN.js";import"./chunk-WUVBLXSJ.js";export{a as start};

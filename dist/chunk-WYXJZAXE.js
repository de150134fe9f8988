const require = process.getBuiltinModule;
import{j as a}from"./chunk-W6A664SM.js";import"./chunk-NKDDSTAS.js";import"./chunk-RAYWDINT.js";import"./chunk-VZET5DVY.js";import"./chunk-ZXWSYFMU.js";import"./chunk-WUVBLXSJ.js";export{a as start};

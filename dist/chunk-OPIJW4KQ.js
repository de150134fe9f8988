const require = process.getBuiltinModule;
import{j as a}from"./chunk-BYQFWZ7Y.js";import"./chunk-BQMCGO6H.js";import"./chunk-BRAAJTJ3.js";import"./chunk-Z3QBZ5GQ.js";import"./chunk-FNGAJHTH.js";import"./chunk-WUVBLXSJ.js";export{a as start};

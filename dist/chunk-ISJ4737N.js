const require = process.getBuiltinModule;
import{i as a}from"./chunk-HBW43TNW.js";import"./chunk-COZNASEN.js";import"./chunk-HWHSHWLJ.js";import"./chunk-IOQUVLY6.js";import"./chunk-ZKDGJXZ7.js";import"./chunk-WUVBLXSJ.js";export{a as start};
